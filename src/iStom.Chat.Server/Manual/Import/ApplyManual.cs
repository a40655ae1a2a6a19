using iStom.Chat.Domain;
using iStom.Chat.Server.Contract;
using iStom.Chat.Server.Hosting.Commands;
using iStom.Chat.Server.Storage;
using MediatR;
using NodaTime;

namespace iStom.Chat.Server.Manual.Import;

/// <summary>
/// Does what a preview has shown: all of it in one transaction, or none. Refuses <c>import-has-errors</c>, and
/// <c>changed-meanwhile</c> where a file, or an article that it is about, is no longer what was seen.
/// </summary>
/// <param name="Fingerprint">The preview's.</param>
[AllowStaff(AgentRole.Supervisor)]
public sealed record ApplyManual(AgentCaller Caller, IReadOnlyList<ManualFile> Files, string Fingerprint) : AgentCommand<ManualPreview>(Caller);

internal sealed class ApplyManualHandler(IStore store, ManualImport import, IClock clock) : IRequestHandler<ApplyManual, Decision<ManualPreview>>
{
    public async Task<Decision<ManualPreview>> Handle(ApplyManual request, CancellationToken cancellationToken)
    {
        var plan = await import.PlanAsync(request.Files, cancellationToken);
        var preview = plan.ToPreview();
        if (preview.Errors > 0 || preview.Fingerprint != request.Fingerprint)
        {
            return preview.Errors > 0 ? ImportMath.HasErrors : ChangeRefusals.ChangedMeanwhile;
        }

        var session = store.OpenSession();
        plan.Apply(session, request.Caller.Made(clock.GetCurrentInstant()));
        await session.CommitAsync(cancellationToken);
        return preview;
    }
}
