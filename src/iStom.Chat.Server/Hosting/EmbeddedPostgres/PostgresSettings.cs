namespace iStom.Chat.Server.Hosting;

/// <summary>The configuration of one run: modest for a developer's machine, reachable through the socket only.</summary>
internal static class PostgresSettings
{
    /// <summary>The text of <c>postgresql.conf</c>.</summary>
    public static string For(string socketFolder, bool durable) =>
        $"""
        # Written by the server at every start.
        listen_addresses = ''
        unix_socket_directories = '{socketFolder.Replace("'", "''", StringComparison.Ordinal)}'
        unix_socket_permissions = 0700
        max_connections = 300
        shared_buffers = 128MB
        max_wal_size = 512MB
        wal_level = minimal
        max_wal_senders = 0
        jit = off
        timezone = 'UTC'
        log_timezone = 'UTC'
        log_line_prefix = '%m [%p] '
        log_min_messages = warning
        default_text_search_config = 'pg_catalog.russian'
        {(durable ? "" : "fsync = off\nsynchronous_commit = off\nfull_page_writes = off")}

        """;
}
