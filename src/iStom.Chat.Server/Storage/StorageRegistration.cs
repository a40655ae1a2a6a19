using iStom.Chat.Server.Storage.Outbox;
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
        services.AddSingleton<Rebuild>();
        services.AddOutbox();
        return services.AddSingleton<IStore, PostgresStore>();
    }

    /// <summary>The outbox with its worker. Handlers are added as <see cref="IOutboxHandler"/> by whoever has one.</summary>
    private static void AddOutbox(this IServiceCollection services)
    {
        services.AddSingleton(new OutboxOptions());
        services.AddSingleton<OutboxQueue>();
        services.AddSingleton<OutboxHealth>();
        services.AddSingleton<OutboxSignal>();
        services.AddSingleton<ICommitListener>(provider => provider.GetRequiredService<OutboxSignal>());
        services.AddHostedService<OutboxWorker>();
    }
}
