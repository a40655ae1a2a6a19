using System.Data;
using System.Text.Json;
using System.Text.Json.Nodes;
using iStom.Chat.Server.Storage.Search;
using Npgsql;

namespace iStom.Chat.Server.Storage;

/// <summary>
/// The read models against their events: a snapshot with its duplicated columns must be what folding its stream from the
/// start gives. Works beside a running server, a stream at a time.
/// </summary>
public sealed class Rebuild(NpgsqlDataSource database, DocumentMappings mappings)
{
    /// <summary>Says where snapshots and events differ; changes nothing. None is the promise.</summary>
    public Task<IReadOnlyList<Difference>> CompareAsync(CancellationToken cancellation) => RunAsync(rewrite: false, cancellation);

    /// <summary>
    /// Writes anew every snapshot that differs, and says which did. Orphans (snapshots without a stream) and broken
    /// streams are told and left: nothing is destroyed.
    /// </summary>
    public Task<IReadOnlyList<Difference>> RewriteAsync(CancellationToken cancellation) => RunAsync(rewrite: true, cancellation);

    private async Task<IReadOnlyList<Difference>> RunAsync(bool rewrite, CancellationToken cancellation) =>
    [
        .. await RunAsync(Projections.Conversation, rewrite, cancellation),
        .. await RunAsync(Projections.Ticket, rewrite, cancellation),
        .. await RunAsync(Projections.Clinic, rewrite, cancellation),
        .. await RunAsync(Projections.CalendarYear, rewrite, cancellation),
        .. await RunAsync(Projections.RegulationSettings, rewrite, cancellation),
        .. await RunAsync(Projections.Invitation, rewrite, cancellation),
        .. await RunAsync(Projections.PasswordReset, rewrite, cancellation),
        .. await RunAsync(Projections.AlarmSettings, rewrite, cancellation),
        .. await RunAsync(Projections.TelephonySettings, rewrite, cancellation),
        .. await RunAsync(Projections.RemoteSupportSettings, rewrite, cancellation),
        .. await RunAsync(Projections.Mailbox, rewrite, cancellation),
        .. await RunAsync(Projections.MailSettings, rewrite, cancellation),
        .. await RunAsync(Projections.DevelopmentItem, rewrite, cancellation),
        .. await RunAsync(Projections.ProgramRelease, rewrite, cancellation),
        .. await RunAsync(Projections.DevelopmentSettings, rewrite, cancellation),
        .. await RunAsync(Projections.IntegrationSwitch, rewrite, cancellation),
        .. await RunAsync(Projections.RetentionSettings, rewrite, cancellation),
        .. await RunAsync(Projections.RetentionRun, rewrite, cancellation),
        .. await RunAsync(Projections.Shift, rewrite, cancellation),
        .. await RunAsync(Projections.TariffTerms, rewrite, cancellation),
        .. await RunAsync(Projections.Article, rewrite, cancellation),
        .. await RunAsync(Projections.CannedReply, rewrite, cancellation),
        .. await RunAsync(Projections.WorkingText, rewrite, cancellation),
        .. await RunAsync(Projections.ApiKey, rewrite, cancellation),
        .. await new SearchComparison(database).RunAsync(rewrite, cancellation),
        .. await RunAsync(Projections.Site, rewrite, cancellation),
        .. await RunAsync(Projections.VisitorBlock, rewrite, cancellation),
    ];

    private async Task<List<Difference>> RunAsync<TState, TEvent>(Projection<TState, TEvent> projection, bool rewrite, CancellationToken cancellation)
        where TState : class
        where TEvent : class
    {
        var mapping = mappings.Of<TState>();
        var differences = new List<Difference>();
        foreach (var stream in await IdsAsync("select id from mt_streams where type = $1 order by id", projection.Kind, cancellation))
        {
            var found = await StreamAsync(stream, projection, mapping, rewrite, cancellation);
            differences.AddRange(found.Select(what => new Difference(projection.Kind, stream, what)));
        }

        var orphans = $"select id from {DocumentMapping<TState>.Table} d where not exists (select from mt_streams s where s.id = d.id and s.type = $1)";
        differences.AddRange((await IdsAsync(orphans, projection.Kind, cancellation)).Select(id => new Difference(projection.Kind, id, "orphan")));
        return differences;
    }

    /// <summary>The lock on the stream's row keeps writers out, so that events and snapshot are read as of one moment.</summary>
    private async Task<List<string>> StreamAsync<TState, TEvent>(
        Guid stream, Projection<TState, TEvent> projection, DocumentMapping<TState> mapping, bool rewrite, CancellationToken cancellation)
        where TState : class
        where TEvent : class
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.ReadCommitted, cancellation);
        await using var lockStream = Command(connection, "select version from mt_streams where id = $1 for update", stream);
        var version = (long)(await lockStream.ExecuteScalarAsync(cancellation))!;
        var (state, isWhole) = await FoldAsync(connection, stream, version, projection, cancellation);
        if (!isWhole)
        {
            return ["stream"];
        }

        if (state is null)
        {
            return await IsThereAsync(connection, stream, mapping, cancellation) ? ["leftover"] : [];
        }

        var differences = await CompareAsync(connection, stream, state, version, mapping, cancellation);
        if (rewrite && differences.Count > 0)
        {
            await using var replace = Command(connection, mapping.ReplaceSql, stream, [
                Sql.Json(state), Sql.Of(version), Sql.Of(typeof(TState).FullName!), .. mapping.Fields.Select(field => Sql.OrNull(field.Value(state), field.Type))]);
            await replace.ExecuteNonQueryAsync(cancellation);
            await transaction.CommitAsync(cancellation);
        }

        return differences;
    }

    private static async Task<(TState? State, bool IsWhole)> FoldAsync<TState, TEvent>(
        NpgsqlConnection connection, Guid stream, long version, Projection<TState, TEvent> projection, CancellationToken cancellation)
        where TState : class
        where TEvent : class
    {
        await using var command = Command(connection, $"{EventRow.Select} where stream_id = $1 order by version", stream);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var (state, last, isWhole) = ((TState?)null, 0L, true);
        while (await reader.ReadAsync(cancellation))
        {
            var stored = EventRow.Read(reader);
            isWhole &= stored.Version == ++last;
            state = projection.Evolve(state, (TEvent)stored.Data);
        }

        return (state, isWhole && last == version);
    }

    private static async Task<bool> IsThereAsync<T>(NpgsqlConnection connection, Guid stream, DocumentMapping<T> mapping, CancellationToken cancellation)
        where T : class
    {
        await using var command = Command(connection, mapping.SelectSql, stream);
        return await command.ExecuteScalarAsync(cancellation) is not null;
    }

    private static async Task<List<string>> CompareAsync<T>(
        NpgsqlConnection connection, Guid stream, T fresh, long version, DocumentMapping<T> mapping, CancellationToken cancellation)
        where T : class
    {
        await using var command = Command(connection, mapping.RowSql, stream);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        if (!await reader.ReadAsync(cancellation))
        {
            return ["missing"];
        }

        var differences = new List<string>();
        foreach (var (i, field) in mapping.Fields.Index())
        {
            if (!Equals(reader.IsDBNull(i) ? null : reader.GetValue(i), field.Value(fresh)))
            {
                differences.Add(field.Column);
            }
        }

        var count = mapping.Fields.Count;
        if (!JsonNode.DeepEquals(JsonNode.Parse(reader.GetString(count)), JsonSerializer.SerializeToNode(fresh, StoreJson.Options)))
        {
            differences.Add("data");
        }

        if (reader.GetInt64(count + 1) != version)
        {
            differences.Add("mt_version");
        }

        return differences;
    }

    private async Task<List<Guid>> IdsAsync(string sql, string kind, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(sql);
        command.Parameters.Add(Sql.Of(kind));
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var ids = new List<Guid>();
        while (await reader.ReadAsync(cancellation))
        {
            ids.Add(reader.GetGuid(0));
        }

        return ids;
    }

    private static NpgsqlCommand Command(NpgsqlConnection connection, string sql, Guid stream, params ReadOnlySpan<NpgsqlParameter> rest)
    {
        var command = new NpgsqlCommand(sql, connection);
        command.Parameters.Add(Sql.Of(stream));
        foreach (var parameter in rest)
        {
            command.Parameters.Add(parameter);
        }

        return command;
    }
}
