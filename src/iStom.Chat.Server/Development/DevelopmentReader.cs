using System.Text.Json;
using iStom.Chat.Domain;
using iStom.Chat.Domain.Development;
using iStom.Chat.Server.Contract;
using iStom.Chat.Server.Storage;
using Npgsql;
using NpgsqlTypes;

namespace iStom.Chat.Server.Development;

/// <summary>Reads items with how many wait for them.</summary>
public sealed class DevelopmentReader(NpgsqlDataSource database)
{
    /// <summary>What goes on comes first, then what was over last.</summary>
    private const string ItemsSql =
        """
        select i.data, i.mt_version, w.tickets, w.clinics from mt_doc_developmentitem i cross join lateral (
          select count(*)::int as tickets, count(distinct t.clinic)::int as clinics from mt_doc_ticket t where t.development_item = i.id and t.status not in ('Resolved', 'Closed')) w
        where ($1 is null or i.id = $1)
          and ($2 is null or lower(concat_ws(chr(10), i.data ->> 'Title', i.data ->> 'ExternalKey', i.data ->> 'PlannedVersion', i.data ->> 'ReleasedIn', i.data ->> 'Description')) like $2)
        order by i.data ->> 'State' in ('Released', 'Rejected'), case when i.data ->> 'State' in ('Released', 'Rejected') then i.mt_last_modified end desc, i.id desc limit $3
        """;

    private const string TicketsSql = "select id from mt_doc_ticket where development_item = any($1) and status <> 'Closed' and ($2 is null or id > $2) order by id limit $3";

    private const string CountSql = "select count(*)::int from mt_doc_ticket where development_item = any($1) and status <> 'Closed'";

    private const string ToldSql = "select count(*)::int from mt_doc_ticket where development_item = $1 and data ->> 'Told' is not null";

    /// <summary>Those that have what is sought, or all.</summary>
    public Task<IReadOnlyList<DevelopmentItemView>> ReadAsync(string? search, int limit, CancellationToken cancellation) =>
        ItemsAsync(id: null, string.IsNullOrWhiteSpace(search) ? null : SearchWords.Around(search.Trim().ToLowerInvariant()), limit, cancellation);

    public async Task<DevelopmentItemView?> FindAsync(DevelopmentItemId id, CancellationToken cancellation) =>
        await ItemsAsync(id.Value, like: null, 1, cancellation) is [var found] ? found : null;

    /// <summary>The item that has this name in an issue tracker.</summary>
    public async Task<DevelopmentItem?> ByKeyAsync(string externalKey, CancellationToken cancellation) =>
        (await database.ReadDocumentsAsync<DevelopmentItem>(
            "select data, mt_version from mt_doc_developmentitem where external_key = $1", [Sql.Of(DevelopmentMapping.KeyOf(externalKey)!)], cancellation)) is [var found] ? found.Value : null;

    /// <summary>The tickets whose customers are to be told of a version, after a ticket.</summary>
    public async Task<IReadOnlyList<Guid>> TicketsAsync(IEnumerable<DevelopmentItemId> items, Guid? after, int limit, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(TicketsSql);
        NpgsqlParameter[] parameters = [Sql.Of(Ids(items)), Sql.OrNull(after, NpgsqlDbType.Uuid), Sql.Of(limit)];
        command.Parameters.AddRange(parameters);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var found = new List<Guid>();
        while (await reader.ReadAsync(cancellation))
        {
            found.Add(reader.GetGuid(0));
        }

        return found;
    }

    public Task<int> CountAsync(IEnumerable<DevelopmentItemId> items, CancellationToken cancellation) => CountAsync(CountSql, Sql.Of(Ids(items)), cancellation);

    /// <summary>Of how many tickets on the item the customers were told of a version.</summary>
    public Task<int> ToldAsync(DevelopmentItemId item, CancellationToken cancellation) => CountAsync(ToldSql, Sql.Of(item.Value), cancellation);

    private static Guid[] Ids(IEnumerable<DevelopmentItemId> items) => [.. items.Select(item => item.Value)];

    private async Task<int> CountAsync(string sql, NpgsqlParameter parameter, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(sql);
        command.Parameters.Add(parameter);
        return (int)(await command.ExecuteScalarAsync(cancellation))!;
    }

    private async Task<IReadOnlyList<DevelopmentItemView>> ItemsAsync(Guid? id, string? like, int limit, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(ItemsSql);
        NpgsqlParameter[] parameters = [Sql.OrNull(id, NpgsqlDbType.Uuid), Sql.OrNull(like, NpgsqlDbType.Varchar), Sql.Of(limit)];
        command.Parameters.AddRange(parameters);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var items = new List<DevelopmentItemView>();
        while (await reader.ReadAsync(cancellation))
        {
            var item = JsonSerializer.Deserialize<DevelopmentItem>(reader.GetString(0), StoreJson.Options)!;
            items.Add(DevelopmentItemView.Of(item, reader.GetInt64(1), reader.GetInt32(2), reader.GetInt32(3)));
        }

        return items;
    }
}
