[assembly: Xunit.AssemblyFixture(typeof(iStom.Chat.Server.Tests.Email.Servers.SharedMailServer))]

namespace iStom.Chat.Server.Tests.Email.Servers;

/// <summary>One mail server for a whole test process, started when the first test asks for it. Whoever stops servers takes one of its own.</summary>
public sealed class SharedMailServer : IAsyncDisposable
{
    private readonly Lazy<Task<MailServer>> _server = new(MailServer.StartNewAsync);

    /// <summary>The server; skips the test where there can be none.</summary>
    public async Task<MailServer> GetAsync()
    {
        await MailPackages.RequireAsync();
        return await _server.Value;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_server.IsValueCreated && _server.Value.IsCompletedSuccessfully)
        {
            await (await _server.Value).DisposeAsync();
        }
    }
}
