using iStom.Chat.TestSupport;
using Microsoft.AspNetCore.Hosting;

namespace iStom.Chat.Server.Tests;

/// <summary>A test against a running server of its own.</summary>
public abstract class ServerTest(TestDatabase databases) : IAsyncLifetime
{
    private readonly List<IAsyncDisposable> _owned = [];

    /// <summary>For servers besides that one.</summary>
    protected TestDatabase Databases => databases;

    protected RunningServer Server { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        await BeforeStartAsync();
        Server = await RunningServer.StartAsync(databases, Configure);
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        foreach (var owned in _owned)
        {
            await owned.DisposeAsync();
        }

        await Server.DisposeAsync();
    }

    /// <summary>What must be there before the server is.</summary>
    protected virtual ValueTask BeforeStartAsync() => ValueTask.CompletedTask;

    /// <summary>Settings and services of the test's own.</summary>
    protected virtual void Configure(IWebHostBuilder builder)
    {
    }

    /// <summary>Ended with the test.</summary>
    protected T Owned<T>(T client)
        where T : IAsyncDisposable
    {
        _owned.Add(client);
        return client;
    }
}
