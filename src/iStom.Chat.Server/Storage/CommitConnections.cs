using Npgsql;

namespace iStom.Chat.Server.Storage;

/// <summary>
/// The connections that commits are written on, and nothing else. The statements are few and come again and again:
/// PostgreSQL keeps them prepared, and plans each once. No call here can be cancelled: Npgsql 10.0.0 loses its place in the
/// protocol when one is while a statement is being prepared, which is why the other connections prepare none.
/// </summary>
internal static class CommitConnections
{
    private const string AutoPrepare = "Max Auto Prepare";

    /// <summary>The same database, with the same account and TLS. Who prepares nothing, as some proxies want it, says so: <c>Max Auto Prepare=0</c>.</summary>
    public static NpgsqlDataSourceBuilder To(string connectionString)
    {
        var builder = new NpgsqlDataSourceBuilder(connectionString) { Name = "chat commits" };
        var connection = builder.ConnectionStringBuilder;
        (connection.MinPoolSize, connection.MaxPoolSize) = (0, GroupCommit.GroupsAtOnce);
        if (!connection.ShouldSerialize(AutoPrepare) || connection.MaxAutoPrepare > 0)
        {
            connection.NoResetOnClose = true;
            (connection.MaxAutoPrepare, connection.AutoPrepareMinUsages) = (100, 2);
            // Where the lengths of arrays are in a plan's costs, it would plan anew every time; and a plan that was made while the tables
            // were small would go on scanning them: every row here is found by its key.
            connection.Options ??= "-c plan_cache_mode=force_generic_plan -c enable_seqscan=off -c enable_hashjoin=off -c enable_mergejoin=off";
        }

        return builder;
    }
}
