using iStom.Chat.Server.Storage.Outbox;
using iStom.Chat.Server.Storage.Search;
using Npgsql;

namespace iStom.Chat.Server.Storage;

public static partial class StorageRegistration
{
    /// <summary>The store over one PostgreSQL database.</summary>
    public static IServiceCollection AddChatStorage(this IServiceCollection services, string connectionString, params IDocumentMapping[] mappings)
    {
        services.AddSingleton(provider => Build(new(connectionString) { Name = "chat" }, provider));
        services.AddKeyedSingleton(PostgresStore.Writer, (provider, _) => Build(CommitConnections.To(connectionString), provider));
        services.AddSingleton(new DocumentMappings(mappings));
        services.AddSingleton<Rebuild>();
        services.AddOutbox();
        services.AddSearchFeed();
        services.AddSingleton<IStore, PostgresStore>();
        AddMarten(services);
        return services;
    }

    /// <summary>Brings the database to the layout of this version.</summary>
    public static async Task MigrateStorageAsync(this IServiceProvider services, CancellationToken cancellation)
    {
        await Migration.ApplyAsync(services.GetRequiredService<NpgsqlDataSource>(), cancellation);
        var prepared = Task.CompletedTask;
        PrepareMarten(services, ref prepared);
        await prepared;
    }

    /// <summary>Marten as the writer, where it is compiled in (<c>-p:UseMarten=true</c>).</summary>
    static partial void AddMarten(IServiceCollection services);

    /// <summary>What Marten needs besides the layout, where it is compiled in.</summary>
    static partial void PrepareMarten(IServiceProvider services, ref Task prepared);

    /// <param name="builder">Has a name: traces would show the connection string instead.</param>
    /// <param name="provider">Has the logs.</param>
    private static NpgsqlDataSource Build(NpgsqlDataSourceBuilder builder, IServiceProvider provider) =>
        builder.UseLoggerFactory(provider.GetService<ILoggerFactory>()).Build();

    private static void AddSearchFeed(this IServiceCollection services)
    {
        services.AddSingleton<SearchIndex>();
        services.AddSingleton<SearchSignal>();
        services.AddSingleton<ICommitListener>(provider => provider.GetRequiredService<SearchSignal>());
        services.AddHostedService<SearchFeed>();
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
