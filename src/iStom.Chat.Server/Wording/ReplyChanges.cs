using iStom.Chat.Domain;
using iStom.Chat.Domain.Regulation;
using iStom.Chat.Domain.Wording;
using iStom.Chat.Server.Contract;
using iStom.Chat.Server.Hosting.Commands;
using iStom.Chat.Server.Storage;
using iStom.Chat.Server.Storage.Changes;
using NodaTime;
using Npgsql;
using NpgsqlTypes;

namespace iStom.Chat.Server.Wording;

/// <summary>What a canned reply is to be.</summary>
/// <param name="Id">Which reply.</param>
/// <param name="Words">Null: it is removed.</param>
/// <param name="Version">The one that was read; 0 for a new one.</param>
public sealed record WishedReply(CannedReplyId Id, ReplyWords? Words, long Version);

/// <inheritdoc cref="CannedReply"/>
public sealed record ReplyWords(string Title, string? Shortcut, LocalizedName Text);

/// <summary>Canned replies are changed within whose they are: a reply never changes hands.</summary>
public sealed class ReplyChanges(IStore store, NpgsqlDataSource database, IClock clock)
{
    /// <summary>One's own may be called as one of the team's, and then goes before it.</summary>
    private const string TakenSql = "select exists (select from mt_doc_cannedreply where owner is not distinct from $1 and id <> $2 and data ->> 'Shortcut' = $3)";

    /// <summary>Refuses <c>reply-not-found</c>, <c>changed-meanwhile</c>, <c>shortcut-taken</c>, and what the rules refuse.</summary>
    /// <param name="wished">As it is to be.</param>
    /// <param name="caller">Who changes it.</param>
    /// <param name="owner">Whose it is; null: the team's.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    public async Task<Decision<CannedReplyView>> ChangeAsync(WishedReply wished, AgentCaller caller, AgentId? owner, CancellationToken cancellation)
    {
        var session = store.OpenSession();
        var before = await session.LoadAsync<CannedReply>(wished.Id.Value, cancellation);
        if (RefusalOf(before, wished, owner) is { } refusal)
        {
            return refusal;
        }

        var after = wished.Words is { } words ? CannedRules.Accept(new(wished.Id, owner, words.Title, words.Shortcut, words.Text)) : before!.Value;
        if (after.Refusal is { } malformed)
        {
            return malformed;
        }

        if (wished.Words is not null && await IsTakenAsync(after.Value, cancellation))
        {
            return WordingRefusals.ShortcutTaken with { Detail = new Dictionary<string, string>(StringComparer.Ordinal) { ["property"] = nameof(CannedReply.Shortcut) } };
        }

        session.Change(new CannedReplyChanged(before?.Value, wished.Words is null ? null : after.Value, caller.Made(clock.GetCurrentInstant())), wished.Version);
        await session.CommitAsync(cancellation);
        return CannedReplyView.Of(after.Value, wished.Version + 1);
    }

    private async Task<bool> IsTakenAsync(CannedReply reply, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(TakenSql);
        command.Parameters.Add(Sql.OrNull(reply.Owner?.Value, NpgsqlDbType.Uuid));
        command.Parameters.Add(Sql.Of(reply.Id.Value));
        command.Parameters.Add(Sql.OrNull(reply.Shortcut, NpgsqlDbType.Varchar));
        return (bool)(await command.ExecuteScalarAsync(cancellation))!;
    }

    private static Refusal? RefusalOf(Versioned<CannedReply>? before, WishedReply wished, AgentId? owner) => before switch
    {
        null => wished.Words is null || wished.Version != StreamVersion.None ? WordingRefusals.NotFound : null,
        _ when before.Value.Owner != owner => WordingRefusals.NotFound,
        _ => before.Version == wished.Version ? null : ChangeRefusals.ChangedMeanwhile,
    };
}
