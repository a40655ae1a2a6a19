using System.Net;
using System.Text.Json;
using iStom.Chat.Server.Hosting.HealthCauses;
using iStom.Chat.TestSupport;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace iStom.Chat.Server.Tests.Hosting;

/// <summary>Ready, or why not, in words and codes.</summary>
public sealed class HealthTests(TestDatabase databases) : ServerTest(databases)
{
    private readonly PluggedCause _plugged = new();

    [Fact]
    public async Task All_is_well()
    {
        (await Look("live")).ShouldBe((HttpStatusCode.OK, "alive", []));
        (await Look("ready")).ShouldBe((HttpStatusCode.OK, "ready", []));
    }

    [Fact]
    public async Task A_missing_calendar_is_a_warning()
    {
        Server.Clock.Set(Moscow.At(2027, 10, 1, 12, 0));

        (await Look("ready")).ShouldBe((HttpStatusCode.OK, "ready", ["calendar-missing"]));
    }

    [Theory]
    [InlineData("insert into istom_schema (version) values (1000)", "migration-newer")]
    [InlineData("delete from istom_schema", "migration-missing")]
    [InlineData("drop table istom_schema", "migration-missing")]
    public async Task Another_layout_is_no_layout_to_work_on(string sql, string code)
    {
        await using (var change = Server.Database.CreateCommand(sql))
        {
            await change.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }

        (await Look("ready")).ShouldBe((HttpStatusCode.ServiceUnavailable, "not-ready", [code]));
        (await Look("live")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Causes_plug_in_and_the_grave_ones_come_first_and_a_broken_one_is_told_too()
    {
        Server.Clock.Set(Moscow.At(2027, 10, 1, 12, 0));
        _plugged.Finding = new("outbox-stuck", Blocks: true, "nothing has left for an hour");

        (await Look("ready")).ShouldBe((HttpStatusCode.ServiceUnavailable, "not-ready", ["outbox-stuck", "calendar-missing"]));
        _plugged.Finding = null;

        (await Look("ready")).ShouldBe((HttpStatusCode.ServiceUnavailable, "not-ready", ["check-failed", "calendar-missing"]));
    }

    protected override void Configure(IWebHostBuilder builder) => builder.ConfigureServices(services => services.AddSingleton<IHealthCause>(_plugged));

    private async Task<Answer> Look(string what)
    {
        await using var visitor = new TestVisitor(Server);
        using var response = await visitor.HttpAsync(HttpMethod.Get, $"/health/{what}");
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        text.ShouldNotContain("Exception");
        using var json = JsonDocument.Parse(text);
        string[] codes = json.RootElement.TryGetProperty("causes", out var causes)
            ? [.. causes.EnumerateArray().Select(cause => cause.GetProperty("text").GetString() is { Length: > 0 } ? cause.GetProperty("code").GetString()! : "")]
            : [];
        return new(response.StatusCode, json.RootElement.GetProperty("status").GetString()!, codes);
    }

    private sealed record Answer(HttpStatusCode Status, string Word, string[] Codes)
    {
        public void ShouldBe((HttpStatusCode Status, string Word, string[] Codes) expected)
        {
            Codes.ShouldBe(expected.Codes);
            (Status, Word).ShouldBe((expected.Status, expected.Word));
        }
    }

    /// <summary>Nothing to tell at first; later a finding; without one a bug.</summary>
    private sealed class PluggedCause : IHealthCause
    {
        private bool _wasSet;
        private HealthFinding? _finding;

        public HealthFinding? Finding
        {
            get => _finding;
            set => (_finding, _wasSet) = (value, true);
        }

        public Task<HealthFinding?> LookAsync(CancellationToken cancellation) =>
            _wasSet && _finding is null ? throw new InvalidOperationException("broken") : Task.FromResult(_finding);
    }
}
