using iStom.Chat.Domain;
using iStom.Chat.Server.Hosting.Commands;
using iStom.Chat.Server.Storage;
using MediatR;
using NodaTime;

namespace iStom.Chat.Server.Manual.Import;

/// <summary>A folder of Markdown, given by whoever runs the server's program: all of it is done, or nothing where a file is wrong.</summary>
[AllowOperator]
public sealed record ImportManual(IReadOnlyList<ManualFile> Files) : ICommand, IRequest<Decision<ManualPreview>>
{
    Caller ICommand.By => Operator.AtTheTerminal;
}

internal sealed class ImportManualHandler(IStore store, ManualImport import, IClock clock) : IRequestHandler<ImportManual, Decision<ManualPreview>>
{
    public async Task<Decision<ManualPreview>> Handle(ImportManual request, CancellationToken cancellationToken)
    {
        var plan = await import.PlanAsync(request.Files, cancellationToken);
        var preview = plan.ToPreview();
        if (preview.Errors == 0)
        {
            var session = store.OpenSession();
            plan.Apply(session, Authorship.OfDesk(clock.GetCurrentInstant()));
            await session.CommitAsync(cancellationToken);
        }

        return preview;
    }
}
