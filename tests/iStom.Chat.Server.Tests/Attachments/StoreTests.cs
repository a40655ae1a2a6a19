using System.Diagnostics;
using iStom.Chat.Server.Attachments;
using iStom.Chat.TestSupport;
using MediatR;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace iStom.Chat.Server.Tests.Attachments;

/// <summary>Where files are kept: whole or not at all, and never at the cost of a message.</summary>
public sealed class StoreTests(TestDatabase databases) : AttachmentTest(databases)
{
    private readonly int _port = FreePort.Find();

    protected override void Configure(IWebHostBuilder builder) => builder
        .UseSetting("Attachments:S3:ServiceUrl", $"http://127.0.0.1:{_port}").UseSetting("Attachments:S3:Bucket", "files")
        .UseSetting("Attachments:S3:AccessKey", "access").UseSetting("Attachments:S3:SecretKey", "secret");

    [Fact]
    public async Task A_bucket_keeps_files_as_a_folder_does()
    {
        await using var bucket = await ScriptedBucket.StartAsync(_port);
        var visitor = Owned(await TestVisitor.OpenAsync(Server));
        var (sent, waiting) = (await UploadAsync(visitor, "a.png", Files.Png), await UploadAsync(visitor, "b.png", Files.Png));
        await visitor.Send("", attachments: sent);

        bucket.Objects[$"/files/{sent:N}"].ShouldBe(Files.Png);
        OnDisk().ShouldBeEmpty("only what is being received stands there");
        using var served = await visitor.HttpAsync(HttpMethod.Get, OfVisitor(sent));
        (await served.Content.ReadAsByteArrayAsync(Cancellation)).ShouldBe(Files.Png);
        bucket.IsFull = true;
        (await CodeAsync(visitor.UploadAsync(OfVisitor(Guid.CreateVersion7()), "c.png", Files.Png))).ShouldBe("507 storage-full");
        Server.Clock.Advance(Duration.FromDays(2));
        await Server.Services.GetRequiredService<IMediator>().Send(new RemoveForgottenFiles(), Cancellation);
        await Eventually.HoldsAsync(() => Task.FromResult(!bucket.Objects.ContainsKey($"/files/{waiting:N}")));
        bucket.Objects.ShouldHaveSingleItem();
    }

    /// <summary>A real disk of 256 kB, where the account may mount one.</summary>
    [Fact]
    public async Task A_full_disk_is_told_and_what_was_written_goes_on_without_the_file()
    {
        var disk = TestFolder.New();
        Directory.CreateDirectory(disk);
        Assert.SkipUnless(OperatingSystem.IsLinux() && Run("mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", disk), "only root may mount a disk");
        try
        {
            await using var server = await RunningServer.StartAsync(Databases, builder => builder.UseSetting("Attachments:Folder", disk).UseSetting("Attachments:KeepFree", "-10485760"));
            await using var visitor = await TestVisitor.OpenAsync(server);
            var first = await UploadAsync(visitor, "a.txt", [.. Enumerable.Repeat((byte)'a', 100_000)]);

            (await CodeAsync(visitor.UploadAsync(OfVisitor(Guid.CreateVersion7()), "b.txt", [.. Enumerable.Repeat((byte)'b', 300_000)]))).ShouldBe("507 storage-full");

            Directory.GetFiles(disk, "*", SearchOption.AllDirectories).ShouldHaveSingleItem();
            await visitor.Send("Без второго", attachments: first);
            (await GetAsync(visitor, OfVisitor(first))).ShouldBeNull();
        }
        finally
        {
            Run("umount", disk);
            Directory.Delete(disk);
        }
    }

    [Theory]
    [InlineData("Attachments:Folder", "/dev/null/files")]
    [InlineData("Attachments:KeepFree", "9000000000000000000")]
    public async Task A_folder_that_cannot_be_written_and_a_disk_without_room_to_spare_are_told(string setting, string value)
    {
        await using var server = await RunningServer.StartAsync(Databases, builder => builder.UseSetting(setting, value));
        await using var visitor = await TestVisitor.OpenAsync(server);

        (await CodeAsync(visitor.UploadAsync(OfVisitor(Guid.CreateVersion7()), "a.txt", "a"u8.ToArray()))).ShouldBe("507 storage-full");
    }

    private static bool Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true, UseShellExecute = false })!;
        process.WaitForExit();
        return process.ExitCode == 0;
    }
}
