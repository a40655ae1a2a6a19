using System.Text.Json;
using iStom.Chat.Domain;
using iStom.Chat.Domain.Clinics;
using iStom.Chat.Server.Contract;
using iStom.Chat.Server.Hosting.Identity;
using iStom.Chat.Server.Storage;
using NodaTime;
using Npgsql;

namespace iStom.Chat.Server.Visitors;

/// <summary>What is known of a visitor beside their own document.</summary>
public sealed class VisitorReader(NpgsqlDataSource database)
{
    private const string Sql =
        """
        select v.data, c.data, u.id, u.data ->> 'Name',
          (select e.timestamp from mt_events e where e.stream_id = (v.data ->> 'Conversation')::uuid and e.version = 1),
          (select (c.data ->> 'ConsentAt')::timestamptz from mt_doc_conversation c where c.id = (v.data ->> 'Conversation')::uuid),
          array(select t.data ->> 'Site' from mt_doc_ticket t where t.visitor = v.id group by 1 order by min(t.id::text))
        from mt_doc_visitor v left join mt_doc_clinic c on c.id = v.clinic left join mt_doc_visitor u on u.id = v.verified_as
        where v.id = $1
        """;

    public async Task<KnownVisitor?> FindAsync(VisitorId visitor, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(Sql);
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = visitor.Value });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        return await reader.ReadAsync(cancellation) ? Read(reader) : null;
    }

    private static KnownVisitor Read(NpgsqlDataReader reader)
    {
        var visitor = Document<Visitor>(reader, 0)!;
        return new(
            visitor,
            Document<Clinic>(reader, 1),
            reader.IsDBNull(2) ? null : new(reader.GetGuid(2), reader.IsDBNull(3) ? "" : reader.GetString(3)),
            reader.IsDBNull(4) ? null : Instant.FromDateTimeUtc(reader.GetDateTime(4)),
            reader.IsDBNull(5) ? null : Instant.FromDateTimeUtc(reader.GetDateTime(5)),
            [.. reader.GetFieldValue<string[]>(6).Prepend(visitor.Site).Where(site => site.Length > 0).Distinct(StringComparer.Ordinal)]);
    }

    private static T? Document<T>(NpgsqlDataReader reader, int column)
        where T : class =>
        reader.IsDBNull(column) ? null : JsonSerializer.Deserialize<T>(reader.GetString(column), StoreJson.Options);
}

/// <param name="VerifiedAs">The verified user as whom the browser writes.</param>
/// <param name="FirstWrote">Null: nothing was written yet.</param>
/// <param name="ConsentAt">When they agreed to what they were told about their personal data; null: nobody asked them.</param>
public sealed record KnownVisitor(Visitor Visitor, Clinic? Clinic, Person? VerifiedAs, Instant? FirstWrote, Instant? ConsentAt, IReadOnlyList<string> Sites);
