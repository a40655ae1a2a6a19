using iStom.Chat.Domain;
using iStom.Chat.Domain.Clinics;
using iStom.Chat.Server.Contract;
using iStom.Chat.Server.Hosting.Identity;
using iStom.Chat.Server.Storage;
using Npgsql;
using NpgsqlTypes;

namespace iStom.Chat.Server.Clinics;

/// <summary>Lists of clinics and of who writes for them.</summary>
public sealed class ClinicReader(NpgsqlDataSource database)
{
    private const string PageSql =
        """
        select c.data, c.mt_version from mt_doc_clinic c
        where ($1 is null or c.words like $1)
          and ($2 is null or (c.name collate "C", c.id) > (select n.name collate "C", n.id from mt_doc_clinic n where n.id = $2))
        order by c.name collate "C", c.id limit $3
        """;

    /// <summary>By name, letter for letter, after a clinic; of all, or of those that have what is sought.</summary>
    public Task<IReadOnlyList<Versioned<Clinic>>> ReadAsync(string? search, Guid? after, int limit, CancellationToken cancellation) => database.ReadDocumentsAsync<Clinic>(
        PageSql,
        [Sql.OrNull(string.IsNullOrWhiteSpace(search) ? null : SearchWords.Around(ClinicWords.Sought(search)), NpgsqlDbType.Varchar), Sql.OrNull(after, NpgsqlDbType.Uuid), Sql.Of(limit)],
        cancellation);

    /// <summary>The clinics that have these numbers in the billing system.</summary>
    public Task<IReadOnlyList<Versioned<Clinic>>> ByNumberAsync(IEnumerable<string> numbers, CancellationToken cancellation) =>
        database.ReadDocumentsAsync<Clinic>("select data, mt_version from mt_doc_clinic where number = any($1)", [Sql.Of(numbers.ToArray())], cancellation);

    /// <summary>Those who write for a clinic, after a visitor.</summary>
    public Task<IReadOnlyList<Versioned<Visitor>>> VisitorsAsync(ClinicId clinic, Guid? after, int limit, CancellationToken cancellation) => database.ReadDocumentsAsync<Visitor>(
        "select data, mt_version from mt_doc_visitor where clinic = $1 and ($2 is null or id > $2) order by id limit $3",
        [Sql.Of(clinic.Value), Sql.OrNull(after, NpgsqlDbType.Uuid), Sql.Of(limit)],
        cancellation);
}
