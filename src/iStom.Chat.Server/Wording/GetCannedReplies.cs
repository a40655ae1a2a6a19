using iStom.Chat.Domain;
using iStom.Chat.Domain.Regulation;
using iStom.Chat.Domain.Wording;
using iStom.Chat.Server.Hosting.Commands;
using iStom.Chat.Server.Storage;
using MediatR;
using Npgsql;

namespace iStom.Chat.Server.Wording;

/// <summary>The team's canned replies and the caller's own, by title.</summary>
[AllowStaff]
public sealed record GetCannedReplies(AgentCaller Caller) : AgentCommand<CannedReplyView[]>(Caller);

/// <summary>A canned reply. version: to be shown with a change; own: nobody else sees it.</summary>
public sealed record CannedReplyView(CannedReplyId Id, long Version, bool Own, string Title, string? Shortcut, LocalizedName Text)
{
    public static CannedReplyView Of(CannedReply reply, long version) => new(reply.Id, version, reply.Owner is not null, reply.Title, reply.Shortcut, reply.Text);
}

internal sealed class GetCannedRepliesHandler(NpgsqlDataSource database) : IRequestHandler<GetCannedReplies, Decision<CannedReplyView[]>>
{
    private const string ReadSql = "select data, mt_version from mt_doc_cannedreply where owner is null or owner = $1 order by lower(data ->> 'Title'), id";

    public async Task<Decision<CannedReplyView[]>> Handle(GetCannedReplies request, CancellationToken cancellationToken) =>
        (await database.ReadDocumentsAsync<CannedReply>(ReadSql, [Sql.Of(request.Caller.Agent.Value)], cancellationToken))
        .Select(stored => CannedReplyView.Of(stored.Value, stored.Version)).ToArray();
}
