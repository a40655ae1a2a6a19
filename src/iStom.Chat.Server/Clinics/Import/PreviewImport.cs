using iStom.Chat.Domain;
using iStom.Chat.Server.Contract;
using iStom.Chat.Server.Hosting.Commands;
using MediatR;

namespace iStom.Chat.Server.Clinics.Import;

/// <summary>Says what a list of clinics would change, and changes nothing.</summary>
[AllowStaff(AgentRole.Supervisor)]
public sealed record PreviewImport(AgentCaller Caller, byte[] File) : AgentCommand<ImportPreview>(Caller);

/// <summary>What a file would do. fingerprint: to be shown when it is applied; errors: none, or it cannot be.</summary>
public sealed record ImportPreview(string Fingerprint, int Added, int Changed, int Unchanged, int Errors, IReadOnlyList<ImportLine> Lines);

/// <summary>A line of a file. fields: what changes of the clinic; code: why the line is wrong.</summary>
public sealed record ImportLine(int Line, string? Number, string? Name, ImportOutcome Outcome, IReadOnlyList<string> Fields, string? Code);

internal sealed class PreviewImportHandler(ClinicImport import) : IRequestHandler<PreviewImport, Decision<ImportPreview>>
{
    public async Task<Decision<ImportPreview>> Handle(PreviewImport request, CancellationToken cancellationToken) =>
        (await import.PlanAsync(request.File, cancellationToken)).ToPreview();
}
