using iStom.Chat.TestSupport;

namespace iStom.Chat.Server.Tests;

/// <summary>A test against a running server of its own.</summary>
public abstract class ServerTest(TestDatabase databases) : IAsyncLifetime
{
    private readonly List<IAsyncDisposable> _owned = [];

    protected RunningServer Server { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Server = await RunningServer.StartAsync(databases);

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        foreach (var owned in _owned)
        {
            await owned.DisposeAsync();
        }

        await Server.DisposeAsync();
    }

    /// <summary>Ended with the test.</summary>
    protected T Owned<T>(T client)
        where T : IAsyncDisposable
    {
        _owned.Add(client);
        return client;
    }
}
