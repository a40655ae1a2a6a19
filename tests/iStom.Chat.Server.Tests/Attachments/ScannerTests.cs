using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using iStom.Chat.TestSupport;
using Microsoft.AspNetCore.Hosting;

namespace iStom.Chat.Server.Tests.Attachments;

/// <summary>Another program looks at every file, where settings name one.</summary>
public sealed class ScannerTests(TestDatabase databases) : AttachmentTest(databases)
{
    private readonly int _port = FreePort.Find();

    protected override void Configure(IWebHostBuilder builder) => builder.UseSetting("Attachments:Scanner", $"tcp://127.0.0.1:{_port}");

    [Fact]
    public async Task What_is_infected_is_refused_and_so_is_everything_while_nobody_can_look()
    {
        var visitor = Owned(await TestVisitor.OpenAsync(Server));
        await using (new ScriptedClamd(new IPEndPoint(IPAddress.Loopback, _port)))
        {
            await UploadAsync(visitor, "good.txt", [.. Enumerable.Repeat((byte)'a', 200_000)]);
            (await CodeAsync(visitor.UploadAsync(OfVisitor(Guid.CreateVersion7()), "bad.txt", "EICAR"u8.ToArray()))).ShouldBe("400 file-infected");
            OnDisk().Length.ShouldBe(1);
            (await CausesAsync(visitor)).ShouldBeEmpty();
        }

        (await CodeAsync(visitor.UploadAsync(OfVisitor(Guid.CreateVersion7()), "good.txt", "a"u8.ToArray()))).ShouldBe("503 scanner-away");
        OnDisk().Length.ShouldBe(1);
        (await CausesAsync(visitor)).ShouldHaveSingleItem().ShouldContain("no file is taken");
    }

    [Fact]
    public async Task Settings_may_let_files_pass_while_nobody_can_look()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Unix sockets");
        var path = TestFolder.New();
        await using var lenient = await RunningServer.StartAsync(Databases, builder => builder.UseSetting("Attachments:Scanner", $"unix:{path}").UseSetting("Attachments:WhenScannerAway", "Pass"));
        await using var visitor = await TestVisitor.OpenAsync(lenient);
        await UploadAsync(visitor, "bad.txt", "EICAR"u8.ToArray());
        (await CausesAsync(visitor)).ShouldHaveSingleItem().ShouldContain("pass unseen");
        await using var clamd = new ScriptedClamd(new UnixDomainSocketEndPoint(path));
        (await CodeAsync(visitor.UploadAsync(OfVisitor(Guid.CreateVersion7()), "bad.txt", "EICAR"u8.ToArray()))).ShouldBe("400 file-infected");
    }

    /// <summary>What health says, of a server that is ready.</summary>
    private static async Task<string[]> CausesAsync(TestVisitor visitor)
    {
        using var answer = await visitor.HttpAsync(HttpMethod.Get, "/health/ready");
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        return [.. (await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation)).GetProperty("causes").EnumerateArray().Select(cause => $"{cause.GetProperty("code")}: {cause.GetProperty("text")}")];
    }
}
