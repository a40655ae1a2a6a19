using iStom.Chat.Domain;
using iStom.Chat.Domain.Privacy;
using iStom.Chat.Server.Hosting.Commands;
using iStom.Chat.Server.Storage;
using MediatR;
using Npgsql;

namespace iStom.Chat.Server.Privacy;

/// <summary>How long things are kept, and the latest runs.</summary>
[AllowStaff(AgentRole.Administrator)]
public sealed record GetRetention(AgentCaller Caller) : AgentCommand<RetentionView>(Caller);

/// <summary>version: to be said with a change. runs: the latest 10, newest first.</summary>
public sealed record RetentionView(RetentionSettings Settings, long Version, IReadOnlyList<RetentionRun> Runs);

internal sealed class GetRetentionHandler(IStore store, NpgsqlDataSource database) : IRequestHandler<GetRetention, Decision<RetentionView>>
{
    private const string RunsSql = "select data, mt_version from mt_doc_retentionrun order by id desc limit 10";

    public async Task<Decision<RetentionView>> Handle(GetRetention request, CancellationToken cancellationToken)
    {
        var kept = await store.OpenSession().LoadAsync<RetentionSettings>(RetentionSettings.Only, cancellationToken);
        var runs = await database.ReadDocumentsAsync<RetentionRun>(RunsSql, [], cancellationToken);
        return new RetentionView(kept?.Value ?? RetentionSettings.Default, kept?.Version ?? StreamVersion.None, [.. runs.Select(run => run.Value)]);
    }
}
