using iStom.Chat.Domain;
using iStom.Chat.Domain.Attachments;
using iStom.Chat.Server.Hosting;
using iStom.Chat.Server.Storage;
using Microsoft.Extensions.Options;
using NodaTime;
using Npgsql;

namespace iStom.Chat.Server.Contract;

/// <summary>What becomes of uploaded files: a message takes them, or they are removed.</summary>
public sealed class KeptFiles(NpgsqlDataSource database, IOptions<AttachmentOptions> options)
{
    /// <summary>The outbox message by which a file is deleted, once its document is gone.</summary>
    public const string DeleteKind = "delete-attachment";

    private const string WaitingSql = "select count(*) from mt_doc_keptfile where conversation = $1 and waiting_since is not null and data #>> '{By,Id}' = $2";

    private const string OfPersonSql =
        """
        select id, mt_version from mt_doc_keptfile
        where conversation = any($1) or conversation in (select (data ->> 'Conversation')::uuid from mt_doc_ticket where id = any($2))
        order by id
        """;

    private const string ForgottenSql = "select id, mt_version from mt_doc_keptfile where waiting_since < $1 order by waiting_since limit $2";

    /// <summary>
    /// A message takes these files with it, in its own transaction. Null where it names none. Refuses <c>attachment-not-found</c> for what is not
    /// there or not the writer's own, <c>attachment-used</c> and <c>too-many-attachments</c>.
    /// </summary>
    /// <param name="session">The message's.</param>
    /// <param name="wanted">As the message names them.</param>
    /// <param name="thread">The message's thread.</param>
    /// <param name="by">Who writes.</param>
    /// <param name="use">What the files are for.</param>
    /// <param name="cancellation">The caller's.</param>
    public async Task<Decision<Attachment[]?>> TakeAsync(
        IStoreSession session, IReadOnlyList<Guid>? wanted, ConversationId thread, Actor by, FileUse use, CancellationToken cancellation)
    {
        if (wanted is null or [])
        {
            return (Attachment[]?)null;
        }

        var taken = new List<Attachment>();
        foreach (var id in wanted.Distinct().Take(options.Value.MaxFiles + 1))
        {
            if (taken.Count == options.Value.MaxFiles)
            {
                return FileRefusals.TooMany(options.Value.MaxFiles);
            }

            if (await session.LoadAsync<KeptFile>(id, cancellation) is not { } file || !file.Value.IsStored || file.Value.Conversation != thread || file.Value.By != by)
            {
                return FileRefusals.NotFound;
            }

            if (file.Value.Use is not null)
            {
                return FileRefusals.Used;
            }

            session.Store(file.Value with { Use = use }, file.Version, file.Version + 1);
            taken.Add(file.Value.File);
        }

        return taken.ToArray();
    }

    /// <summary>How many files of somebody's wait for their message in this thread.</summary>
    public async Task<long> WaitingAsync(ConversationId thread, Actor by, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(WaitingSql);
        command.Parameters.Add(Sql.Of(thread.Value));
        command.Parameters.Add(Sql.Of(by.Id.ToString()!));
        return (long)(await command.ExecuteScalarAsync(cancellation))!;
    }

    /// <summary>Removes all files of threads and of the threads of tickets; how many there were. The caller commits.</summary>
    public Task<int> RemoveOfAsync(IStoreSession session, IEnumerable<Guid> threads, IEnumerable<Guid> tickets, Instant now, CancellationToken cancellation) =>
        RemoveAsync(session, OfPersonSql, [Sql.Of(threads.ToArray()), Sql.Of(tickets.ToArray())], now, cancellation);

    /// <summary>Removes at most so many files that no message has taken since an instant; how many there were. The caller commits.</summary>
    public Task<int> RemoveForgottenAsync(IStoreSession session, Instant since, int most, Instant now, CancellationToken cancellation) =>
        RemoveAsync(session, ForgottenSql, [Sql.Utc(since), Sql.Of(most)], now, cancellation);

    /// <summary>The documents go in the session's transaction, and the files thereafter.</summary>
    private async Task<int> RemoveAsync(IStoreSession session, string sql, NpgsqlParameter[] parameters, Instant now, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(sql);
        command.Parameters.AddRange(parameters);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var count = 0;
        for (; await reader.ReadAsync(cancellation); count++)
        {
            var id = new AttachmentId(reader.GetGuid(0));
            session.Delete<KeptFile>(id.Value, reader.GetInt64(1));
            session.Enqueue(new(NameBasedId.Of(id.Value, DeleteKind), DeleteKind, new DeletedFile(id), now, Subject: null));
        }

        return count;
    }
}

/// <summary>Data of the outbox message.</summary>
public sealed record DeletedFile(AttachmentId Id);
