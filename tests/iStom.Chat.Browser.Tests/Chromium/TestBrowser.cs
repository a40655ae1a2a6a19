using Microsoft.Playwright;

[assembly: Xunit.AssemblyFixture(typeof(iStom.Chat.Browser.Tests.Chromium.TestBrowser))]

namespace iStom.Chat.Browser.Tests.Chromium;

/// <summary>One real Chromium for a whole test process. A test asks for it in its constructor and takes a context of its own from it.</summary>
public sealed class TestBrowser : Xunit.IAsyncLifetime
{
    /// <summary>Nothing that talks to the outside: the tests' pages are all on this machine.</summary>
    private static readonly string[] Quiet =
    [
        "--disable-gpu", "--no-first-run", "--no-default-browser-check", "--disable-background-networking", "--disable-component-update",
        "--disable-domain-reliability", "--disable-sync", "--disable-quic", "--no-pings",
    ];

    /// <summary>How long a start, a click or an expectation may take: what is right at once costs nothing, a busy machine is not a failure.</summary>
    private const float PatienceMilliseconds = 120_000;

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>The running browser.</summary>
    public IBrowser Browser => _browser ?? throw new InvalidOperationException("The browser is not started yet.");

    /// <summary>Which one it is.</summary>
    public ChromiumBinary? Binary { get; private set; }

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        Assertions.SetDefaultExpectTimeout(PatienceMilliseconds);
        Binary = await ChromiumBinary.LocateAsync();
        _playwright = await Playwright.CreateAsync();
        _browser = await LaunchAsync();
        await Console.Out.WriteLineAsync($"Browser of the tests: Chromium {_browser.Version} at {Binary.Path} ({Binary.Origin}).");
    }

    /// <summary>Another browser, for what is said on its command line. Whoever asks disposes of it.</summary>
    public Task<IBrowser> LaunchAsync(params string[] more) => _playwright!.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
    {
        ExecutablePath = Binary!.Path,
        Args = [.. Quiet, .. Environment.IsPrivilegedProcess || Binary.IsBundled ? ["--no-sandbox"] : Array.Empty<string>(), .. more],
        Env = ProcessEnvironment(Binary),
        Timeout = PatienceMilliseconds,
    });

    /// <summary>A context of its own: its cookies and storage are no other test's.</summary>
    /// <param name="options">What it is to pose as.</param>
    /// <param name="other">Another browser than the tests' own.</param>
    public async Task<IBrowserContext> NewContextAsync(BrowserNewContextOptions? options = null, IBrowser? other = null)
    {
        var context = await (other ?? Browser).NewContextAsync(options);
        context.SetDefaultTimeout(PatienceMilliseconds);
        return context;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
    }

    /// <summary>The machine's environment with what the browser needs on top: Playwright takes it as a whole.</summary>
    private static Dictionary<string, string> ProcessEnvironment(ChromiumBinary binary)
    {
        var environment = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (System.Collections.DictionaryEntry variable in Environment.GetEnvironmentVariables())
        {
            environment[(string)variable.Key] = (string?)variable.Value ?? "";
        }

        foreach (var (name, value) in binary.Environment)
        {
            environment[name] = value;
        }

        return environment;
    }
}
