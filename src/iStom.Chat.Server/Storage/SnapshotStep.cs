using Npgsql;

namespace iStom.Chat.Server.Storage;

/// <summary>What a commit does to a snapshot whose content stays: to be still there at a version, and to go on to another.</summary>
/// <param name="Sql">Does it for many: <see cref="DocumentMapping{T}.CheckSql"/> or <see cref="DocumentMapping{T}.AdvanceSql"/>.</param>
/// <param name="Id">The snapshot's.</param>
/// <param name="Expected">Its version; another refuses the commit.</param>
/// <param name="Next">The version to give it.</param>
internal sealed record SnapshotStep(string Sql, Guid Id, long Expected, long Next)
{
    public static IEnumerable<NpgsqlBatchCommand> CommandsOf(IEnumerable<SnapshotStep> steps) => steps.GroupBy(step => step.Sql, StringComparer.Ordinal).Select(alike => Storage.Sql.Command(
        alike.Key,
        Storage.Sql.Of(alike.Select(step => step.Id).ToArray()),
        Storage.Sql.Of(alike.Select(step => step.Expected).ToArray()),
        Storage.Sql.Of(alike.Select(step => step.Next).ToArray())));
}
