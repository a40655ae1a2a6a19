using System.Collections.Frozen;

namespace iStom.Chat.Server.Storage;

/// <summary>How a document type is stored. The table itself is in MartenLayout.sql.</summary>
public interface IDocumentMapping
{
    /// <summary>The document's class.</summary>
    Type Type { get; }

    /// <summary>The columns beside the data.</summary>
    IReadOnlyList<IDuplicatedField> Fields { get; }

    /// <summary>Names of the table's indexes that are more than one column's, and so none that Marten would make.</summary>
    IReadOnlyList<string> OwnIndexes { get; }
}

/// <inheritdoc cref="IDocumentMapping"/>
public sealed class DocumentMapping<T>(Func<T, Guid> id, params DuplicatedField<T>[] fields) : IDocumentMapping
    where T : class
{
    /// <summary>By Marten's convention.</summary>
    public static string Table { get; } = $"mt_doc_{typeof(T).Name.ToLowerInvariant()}";

    public Type Type => typeof(T);

    public Func<T, Guid> Id => id;

    public IReadOnlyList<DuplicatedField<T>> Fields => fields;

    IReadOnlyList<IDuplicatedField> IDocumentMapping.Fields => fields;

    public IReadOnlyList<string> OwnIndexes { get; init; } = [];

    /// <summary>Parameters: id.</summary>
    public string SelectSql { get; } = $"select data, mt_version from {Table} where id = $1";

    /// <summary>The duplicated fields, then data and version. Parameters: id.</summary>
    public string RowSql { get; } = $"select {string.Concat(fields.Select(field => $"{field.Column}, "))}data, mt_version from {Table} where id = $1";

    /// <summary>Parameters: id, data, version, .NET type, fields…</summary>
    public string InsertSql { get; } =
        $"""
        insert into {Table} (id, data, mt_version, mt_dotnet_type{string.Concat(fields.Select(field => $", {field.Column}"))})
        values ($1, $2, $3, $4{string.Concat(fields.Select((_, i) => $", ${i + 5}"))})
        """;

    /// <summary>
    /// Parameters: id, data, version, expected version, fields… Dividing by the count of updated rows turns
    /// "somebody was faster" into an error that takes the whole transaction with it, without a second round trip.
    /// </summary>
    public string UpdateSql { get; } =
        $"""
        with updated as (
          update {Table} set data = $2, mt_version = $3, mt_last_modified = transaction_timestamp(){string.Concat(fields.Select((field, i) => $", {field.Column} = ${i + 5}"))}
          where id = $1 and mt_version = $4 returning 1)
        select 1 / count(*) from updated
        """;

    /// <summary>Whatever was there. Parameters: as <see cref="InsertSql"/>.</summary>
    public string ReplaceSql { get; } =
        $"""
        insert into {Table} (id, data, mt_version, mt_dotnet_type{string.Concat(fields.Select(field => $", {field.Column}"))})
        values ($1, $2, $3, $4{string.Concat(fields.Select((_, i) => $", ${i + 5}"))})
        on conflict (id) do update set data = $2, mt_version = $3, mt_last_modified = transaction_timestamp(){string.Concat(fields.Select((field, i) => $", {field.Column} = ${i + 5}"))}
        """;

    /// <summary>Whether all of them are as expected. Parameters: ids, expected versions, versions. Refuses as <see cref="UpdateSql"/> does.</summary>
    public string CheckSql { get; } =
        $"""
        select 1 / (count(*) = cardinality($1))::int
        from unnest($1::uuid[], $2::bigint[], $3::bigint[]) as d(id, expected, next) join {Table} t on t.id = d.id and t.mt_version = d.expected
        """;

    /// <summary>Gives versions, and leaves all else. Parameters: ids, expected versions, versions. Refuses as <see cref="UpdateSql"/> does.</summary>
    public string AdvanceSql { get; } =
        $"""
        with advanced as (
          update {Table} t set mt_version = d.next, mt_last_modified = transaction_timestamp()
          from unnest($1::uuid[], $2::bigint[], $3::bigint[]) as d(id, expected, next)
          where t.id = d.id and t.mt_version = d.expected returning 1)
        select 1 / (count(*) = cardinality($1))::int from advanced
        """;

    /// <summary>Parameters: id, expected version. Refuses as <see cref="UpdateSql"/> does.</summary>
    public string DeleteSql { get; } =
        $"with deleted as (delete from {Table} where id = $1 and mt_version = $2 returning 1) select 1 / count(*) from deleted";

    /// <summary>Parameters: id.</summary>
    public string DeleteAnySql { get; } = $"delete from {Table} where id = $1";
}

/// <summary>All document types of this server, by class.</summary>
public sealed class DocumentMappings(IEnumerable<IDocumentMapping> mappings)
{
    private readonly FrozenDictionary<Type, IDocumentMapping> _byType = mappings.ToFrozenDictionary(mapping => mapping.Type);

    public DocumentMapping<T> Of<T>()
        where T : class =>
        (DocumentMapping<T>)_byType[typeof(T)];

    public IEnumerable<IDocumentMapping> All => _byType.Values;
}
