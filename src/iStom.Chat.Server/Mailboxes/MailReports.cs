using iStom.Chat.Domain.Mail;
using iStom.Chat.Server.Contract;
using iStom.Chat.Server.Storage;
using Npgsql;
using Polly.Timeout;

namespace iStom.Chat.Server.Mailboxes;

/// <summary>What of the mail staff should know of: mails of ours that have not left, and mails that were held back.</summary>
public sealed class MailReports(NpgsqlDataSource database)
{
    private const int Most = 50;

    private static readonly string LettersSql =
        $"""
        select id, data ->> 'Kind', (data ->> 'Ticket')::uuid, data ->> 'Number', tries, due, parked, reason from istom_outbox where kind = '{Letters.Kind}'
        order by parked desc nulls last, due desc, id limit {Most}
        """;

    private static readonly string HeldBackSql = $"select data, mt_version from mt_doc_receivedmail where held_back_at is not null and data ->> 'IsDealtWith' = 'false' order by held_back_at desc limit {Most}";

    /// <summary>What is on its way or parked; parked ones first, newest first.</summary>
    public async Task<IReadOnlyList<LetterView>> LettersAsync(CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(LettersSql);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var letters = new List<LetterView>();
        while (await reader.ReadAsync(cancellation))
        {
            letters.Add(new(
                reader.GetGuid(0), Enum.Parse<LetterKind>(reader.GetString(1)), reader.GetGuid(2), reader.GetString(3), reader.GetInt32(4), Sql.InstantOf(reader.GetDateTime(5)),
                reader.IsDBNull(6) ? null : Sql.InstantOf(reader.GetDateTime(6)), reader.IsDBNull(7) ? null : CodeOf(reader.GetString(7))));
        }

        return letters;
    }

    public async Task<IReadOnlyList<HeldBackView>> HeldBackAsync(CancellationToken cancellation) =>
        [.. (await database.ReadDocumentsAsync<ReceivedMail>(HeldBackSql, [], cancellation)).Select(found => HeldBackView.Of(found.Value))];

    /// <summary>What is no matter of the mail is one for the log.</summary>
    private static string CodeOf(string kept) =>
        kept.StartsWith($"{nameof(LetterException)}: ", StringComparison.Ordinal) ? kept[(nameof(LetterException).Length + 2)..]
        : kept.StartsWith($"{nameof(TimeoutRejectedException)}: ", StringComparison.Ordinal) ? LetterFailures.TimedOut
        : "internal";
}
