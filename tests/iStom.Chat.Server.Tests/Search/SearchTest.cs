using System.Text.Json;
using iStom.Chat.Domain;
using iStom.Chat.Server.Storage.Search;
using iStom.Chat.TestSupport;
using Microsoft.Extensions.DependencyInjection;

namespace iStom.Chat.Server.Tests.Search;

/// <summary>A desk with an agent who looks for things.</summary>
public abstract class SearchTest(TestDatabase databases) : ServerTest(databases)
{
    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    protected SearchIndex Index => Server.Services.GetRequiredService<SearchIndex>();

    protected TestAgent Agent { get; private set; } = null!;

    protected async Task SignInAsync() => Agent = Owned(await TestAgent.OnDutyAsync(Server, "Сотрудник 1"));

    /// <summary>Tickets of visitors of their own who write these texts, an hour apart.</summary>
    protected async Task<List<TestVisitor>> WriteAsync(params string[] texts)
    {
        var visitors = new List<TestVisitor>();
        foreach (var text in texts)
        {
            var visitor = Owned(await TestVisitor.OpenAsync(Server));
            await visitor.Send(text);
            Server.Clock.Advance(NodaTime.Duration.FromMinutes(1));
            visitors.Add(visitor);
        }

        return visitors;
    }

    protected async Task<JsonElement> SearchAsync(string text, string more = "")
    {
        await Index.CatchUpAsync(Cancellation);
        return await Agent.GetAsync($"/api/search?text={Uri.EscapeDataString(text)}{more}");
    }

    /// <summary>The texts of the messages that are found.</summary>
    protected async Task<string[]> TextsAsync(string text, string more = "") => TextsOf(await SearchAsync(text, more));

    protected static string[] TextsOf(JsonElement results) => [.. Items(results, "messages").Select(item => Whole(item.GetProperty("text")))];

    protected static IEnumerable<JsonElement> Items(JsonElement results, string group) => results.GetProperty(group).GetProperty("items").EnumerateArray();

    protected static string Whole(JsonElement parts) => string.Concat(parts.EnumerateArray().Select(part => part.GetProperty("text").GetString()));

    protected static string?[] Hits(JsonElement parts) => [.. parts.EnumerateArray().Where(part => part.GetProperty("hit").GetBoolean()).Select(part => part.GetProperty("text").GetString())];

    protected async Task<Guid> VisitorAsync(int nth = 0)
    {
        await using var command = Server.Database.CreateCommand($"select visitor from mt_doc_ticket order by number offset {nth} limit 1");
        return (Guid)(await command.ExecuteScalarAsync(Cancellation))!;
    }

    protected async Task<long> CountAsync(string sql)
    {
        await using var command = Server.Database.CreateCommand(sql);
        return (long)(await command.ExecuteScalarAsync(Cancellation))!;
    }
}
