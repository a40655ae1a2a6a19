using iStom.Chat.Domain;
using iStom.Chat.Domain.Regulation;
using iStom.Chat.Server.Contract;
using iStom.Chat.Server.Hosting.Commands;
using MediatR;

namespace iStom.Chat.Server.Manual.Import;

/// <summary>Says what a folder of Markdown would change, and changes nothing.</summary>
[AllowStaff(AgentRole.Supervisor)]
public sealed record PreviewManual(AgentCaller Caller, IReadOnlyList<ManualFile> Files) : AgentCommand<ManualPreview>(Caller);

/// <summary>What a folder would do. fingerprint: to be shown when it is applied; errors: none, or it cannot be.</summary>
public sealed record ManualPreview(string Fingerprint, int Added, int Changed, int Unchanged, int Errors, IReadOnlyList<ManualPreviewFile> Files);

/// <summary>A file of a folder. fields: what changes of the article; errors: why the file is wrong.</summary>
public sealed record ManualPreviewFile(
    string File, string? Title, Language? Language, ImportOutcome Outcome, IReadOnlyList<string> Fields, IReadOnlyList<ManualError> Errors);

internal sealed class PreviewManualHandler(ManualImport import) : IRequestHandler<PreviewManual, Decision<ManualPreview>>
{
    public async Task<Decision<ManualPreview>> Handle(PreviewManual request, CancellationToken cancellationToken) =>
        (await import.PlanAsync(request.Files, cancellationToken)).ToPreview();
}
