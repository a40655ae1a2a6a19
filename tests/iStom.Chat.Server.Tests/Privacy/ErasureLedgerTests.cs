using iStom.Chat.Server.Privacy;
using iStom.Chat.TestSupport;
using NodaTime;

namespace iStom.Chat.Server.Tests.Privacy;

/// <summary>The ledger forgets no line, whatever happened to the process that wrote it.</summary>
public sealed class ErasureLedgerTests : IDisposable
{
    private readonly string _folder = TestFolder.New();

    private string File => Path.Combine(_folder, "deeper", "erasures.txt");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        if (Directory.Exists(_folder))
        {
            Directory.Delete(_folder, recursive: true);
        }
    }

    [Fact]
    public async Task Entries_come_back_in_order()
    {
        (await Ledger().ReadAsync(Cancellation)).ShouldBeEmpty();
        var (one, two) = (Entry(), Entry());

        await Ledger().AppendAsync(one, Cancellation);
        await Ledger().AppendAsync(two, Cancellation);

        (await Ledger().ReadAsync(Cancellation)).ShouldBe([one, two]);
    }

    [Fact]
    public async Task It_holds_ids_and_instants_and_is_readable_for_its_account_alone()
    {
        var entry = new ErasureEntry(RunningServer.MondayNoon, new(new("00000000-0000-7000-8000-000000000001")), new(new("00000000-0000-7000-8000-000000000002")));
        await Ledger().AppendAsync(entry, Cancellation);

        (await System.IO.File.ReadAllTextAsync(File, Cancellation))
            .ShouldBe("2026-11-23T09:00:00.000000Z 00000000-0000-7000-8000-000000000001 00000000-0000-7000-8000-000000000002\n");
        if (!OperatingSystem.IsWindows())
        {
            System.IO.File.GetUnixFileMode(File).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
    }

    [Fact]
    public async Task Processes_that_write_at_once_lose_no_line()
    {
        var entries = Enumerable.Range(0, 64).Select(_ => Entry()).ToArray();

        await Task.WhenAll(entries.Select(entry => Ledger().AppendAsync(entry, Cancellation)));

        (await Ledger().ReadAsync(Cancellation)).ShouldBe(entries, ignoreOrder: true);
    }

    [Fact]
    public async Task A_line_that_a_crash_has_cut_short_spoils_no_other()
    {
        var (one, cut, two) = (Entry(), Entry(), Entry());
        await Ledger().AppendAsync(one, Cancellation);
        await System.IO.File.AppendAllTextAsync(File, cut.ToString()[..40], Cancellation);

        await Ledger().AppendAsync(two, Cancellation);

        (await Ledger().ReadAsync(Cancellation)).ShouldBe([one, two]);
    }

    [Fact]
    public async Task A_damaged_line_stops_the_reading()
    {
        await Ledger().AppendAsync(Entry(), Cancellation);
        await System.IO.File.AppendAllTextAsync(File, $"{Entry().ToString().Replace('-', '?')}\n", Cancellation);

        var damaged = await Should.ThrowAsync<InvalidDataException>(() => Ledger().ReadAsync(Cancellation));

        damaged.Message.ShouldContain("Line 2");
    }

    private static ErasureEntry Entry() => new(RunningServer.MondayNoon + Duration.FromMilliseconds(1), new(Guid.NewGuid()), new(Guid.NewGuid()));

    private ErasureLedger Ledger() => new(File, new WallClock());
}
