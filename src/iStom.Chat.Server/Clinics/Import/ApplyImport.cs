using iStom.Chat.Domain;
using iStom.Chat.Domain.Clinics;
using iStom.Chat.Server.Contract;
using iStom.Chat.Server.Hosting.Commands;
using iStom.Chat.Server.Storage;
using iStom.Chat.Server.Storage.Changes;
using MediatR;
using NodaTime;

namespace iStom.Chat.Server.Clinics.Import;

/// <summary>
/// Does what a preview has shown: all of it in one transaction, or none. Refuses <c>import-has-errors</c>, and
/// <c>changed-meanwhile</c> where the file, or a clinic that it is about, is no longer what was seen.
/// </summary>
/// <param name="Fingerprint">The preview's.</param>
[AllowStaff(AgentRole.Supervisor)]
public sealed record ApplyImport(AgentCaller Caller, byte[] File, string Fingerprint) : AgentCommand<ImportPreview>(Caller);

internal sealed class ApplyImportHandler(IStore store, ClinicImport import, IClock clock) : IRequestHandler<ApplyImport, Decision<ImportPreview>>
{
    public async Task<Decision<ImportPreview>> Handle(ApplyImport request, CancellationToken cancellationToken)
    {
        var plan = await import.PlanAsync(request.File, cancellationToken);
        var preview = plan.ToPreview();
        if (preview.Errors > 0 || preview.Fingerprint != request.Fingerprint)
        {
            return preview.Errors > 0 ? ImportMath.HasErrors : ChangeRefusals.ChangedMeanwhile;
        }

        var session = store.OpenSession();
        var made = request.Caller.Made(clock.GetCurrentInstant());
        foreach (var step in plan.Steps.Where(step => step.ToLine().Outcome != ImportOutcome.Unchanged))
        {
            session.Change(new ClinicChanged(step.Before, step.After, made), step.Version);
        }

        await session.CommitAsync(cancellationToken);
        return preview;
    }
}
