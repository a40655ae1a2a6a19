using Npgsql;

namespace iStom.Chat.Server.Storage;

public static class StorageRegistration
{
    /// <summary>The store over one PostgreSQL database.</summary>
    public static IServiceCollection AddChatStorage(this IServiceCollection services, string connectionString, params IDocumentMapping[] mappings)
    {
        services.AddSingleton(provider =>
        {
            var builder = new NpgsqlDataSourceBuilder(connectionString) { Name = "chat" }; // traces would show the connection string instead
            builder.UseLoggerFactory(provider.GetService<ILoggerFactory>());
            return builder.Build();
        });
        services.AddSingleton(new DocumentMappings(mappings));
        return services.AddSingleton<IStore, PostgresStore>();
    }
}
