using System.Text;
using System.Text.Json;
using iStom.Chat.TestSupport;

namespace iStom.Chat.Server.Tests.Security;

/// <summary>Whatever is said on a hub: a coded refusal or a closed socket, nothing stored, nothing leaked, nobody else disturbed.</summary>
public sealed class BadCallTests(TestDatabase databases) : ServerTest(databases)
{
    private const string Id = "01990000-0000-7000-8000-000000000001";

    private static readonly (string Method, string Arguments, string Code)[] OfVisitors =
    [
        ("Nonsense", "[]", "unknown-method"),
        ("Nonsense", """[{"a":1}]""", "unknown-method"),
        ("", "[]", "unknown-method"),
        ("OnConnectedAsync", "[]", "unknown-method"),
        ("Dispose", "[]", "unknown-method"),
        ("get_Context", "[]", "unknown-method"),
        ("TakeNext", "[]", "unknown-method"),
        ("Join", "[]", "malformed"),
        ("Join", "[null]", "malformed"),
        ("Join", "[{},{}]", "malformed"),
        ("Join", """["text"]""", "malformed"),
        ("Join", """[{"after":"1"}]""", "malformed"),
        ("Join", """[{"after":1.5}]""", "malformed"),
        ("Join", """[{"after":99999999999999999999}]""", "malformed"),
        ("Join", """[{"after":-1}]""", "sequence-out-of-range"),
        ("History", """[{"before":0,"limit":10}]""", "sequence-out-of-range"),
        ("History", """[{"before":-9223372036854775808,"limit":10}]""", "sequence-out-of-range"),
        ("History", """[{"before":5,"limit":0}]""", "limit-out-of-range"),
        ("History", """[{"before":5,"limit":201}]""", "limit-out-of-range"),
        ("Send", """[{"text":"без номера"}]""", "id-missing"),
        ("Send", """[{"id":"не номер","text":"Вопрос"}]""", "malformed"),
        ("Send", """[{"id":5,"text":"Вопрос"}]""", "malformed"),
        ("Send", "[{\"id\":\"" + Id + "\"}]", "text-empty"),
        ("Send", "[{\"id\":\"" + Id + "\",\"text\":null}]", "text-empty"),
        ("Send", "[{\"id\":\"" + Id + "\",\"text\":\"\"}]", "text-empty"),
        ("Send", "[{\"id\":\"" + Id + "\",\"text\":[]}]", "malformed"),
        ("Send", "[{\"id\":\"" + Id + "\",\"text\":\"a\\u0000b\"}]", "text-malformed"),
        ("Send", "[{\"id\":\"" + Id + "\",\"text\":\"a\\u0007b\"}]", "text-malformed"),
        ("Send", "[{\"id\":\"" + Id + "\",\"text\":\"a\\u009fb\"}]", "text-malformed"),
        ("Send", "[{\"id\":\"" + Id + "\",\"text\":\"a\\ud800b\"}]", "malformed"),
        ("Send", "[{\"id\":\"" + Id + "\",\"text\":\"Вопрос\",\"kind\":\"Nonsense\"}]", "malformed"),
        ("Send", "[{\"id\":\"" + Id + "\",\"text\":\"Вопрос\",\"kind\":99}]", "unknown-kind"),
        ("Send", "[{\"id\":\"" + Id + "\",\"text\":\"Вопрос\",\"replyTo\":\"x\"}]", "malformed"),
    ];

    [Fact]
    public async Task A_visitors_bad_call_is_refused_with_a_code()
    {
        await using var visitor = await RawClient.VisitorAsync(Server);
        foreach (var (method, arguments, code) in OfVisitors)
        {
            ShouldBeRefused(await visitor.Call(method, arguments), $"{method} {arguments}", code);
        }

        RawClient.CodeOf(await visitor.Call("Join", """[{"after":0}]""")).ShouldBeNull("the connection goes on");
        await NothingIsStored();
    }

    private static readonly (string Method, string Arguments, string Code)[] OfAgents =
    [
        ("Nonsense", "[]", "unknown-method"),
        ("Take", "[null]", "malformed"),
        ("Take", """[{"ticket":"x"}]""", "malformed"),
        ("Take", "[{}]", "ticket-not-found"),
        ("Open", "[{\"ticket\":\"" + Id + "\",\"after\":0}]", "ticket-not-found"),
        ("Send", "[{\"id\":\"" + Id + "\",\"ticket\":\"" + Id + "\",\"text\":\"!\",\"note\":false}]", "ticket-not-found"),
        ("Send", "[{\"id\":\"" + Id + "\",\"ticket\":\"" + Id + "\",\"text\":\"!\",\"note\":\"yes\"}]", "malformed"),
        ("Resolve", "[{\"ticket\":\"" + Id + "\"},1]", "malformed"),
        ("Desk", "[1]", "malformed"),
    ];

    [Fact]
    public async Task An_agents_bad_call_is_refused_with_a_code()
    {
        await using var agent = await RawClient.AgentAsync(Server);
        foreach (var (method, arguments, code) in OfAgents)
        {
            ShouldBeRefused(await agent.Call(method, arguments), $"{method} {arguments}", code);
        }

        RawClient.CodeOf(await agent.Call("Desk", "[]")).ShouldBeNull("the connection goes on");
        await NothingIsStored();
    }

    [Fact]
    public async Task A_text_of_nothing_is_refused_from_agents_too()
    {
        await using var visitor = await TestVisitor.OpenAsync(Server);
        await visitor.Send("Вопрос");
        await using var taker = await TestAgent.OnDutyAsync(Server);
        await using var agent = await RawClient.AgentAsync(Server);
        var ticket = (await taker.TakeNext()).Ticket.Id;
        foreach (var (text, note) in new[] { (null, true), (null, false), ("", true), ("", false) })
        {
            var answer = await agent.Call("Send", JsonSerializer.Serialize(new[] { new { id = Guid.CreateVersion7(), ticket, text, note } }));

            ShouldBeRefused(answer, $"{text} {note}", "text-empty");
        }
    }

    [Fact]
    public async Task Streams_are_refused_with_a_code()
    {
        await using var visitor = await RawClient.VisitorAsync(Server);
        (string Record, string Code)[] cases =
        [
            ("""{"type":4,"invocationId":"N","target":"Join","arguments":[{"after":0}]}""", "unknown-method"),
            ("""{"type":1,"invocationId":"N","target":"Join","arguments":[{"after":0}],"streamIds":["1"]}""", "malformed"),
            ("""{"type":1,"invocationId":"N","target":"join","arguments":[]}""", "malformed"),
        ];
        foreach (var (i, (record, code)) in cases.Index())
        {
            await visitor.Send(record.Replace("\"N\"", $"\"{i}\"", StringComparison.Ordinal));

            ShouldBeRefused(await visitor.AnswerTo($"{i}"), record, code);
        }

        RawClient.CodeOf(await visitor.Call("Join", """[{"after":0}]""")).ShouldBeNull("the connection goes on");
    }

    [Fact]
    public async Task A_record_of_an_unknown_kind_does_not_keep_what_follows_waiting()
    {
        await using var visitor = await RawClient.VisitorAsync(Server);

        await visitor.Send("{\"type\":99}\u001e{\"type\":1,\"invocationId\":\"1\",\"target\":\"Join\",\"arguments\":[{\"after\":0}]}");

        RawClient.CodeOf(await visitor.AnswerTo("1")).ShouldBeNull();
    }

    [Fact]
    public async Task What_is_not_the_protocol_closes_the_socket()
    {
        await using var bystander = await TestVisitor.OpenAsync(Server);
        string[] records =
        [
            "{",
            "[]",
            "nonsense",
            """{"type":"1"}""",
            """{"type":1}""",
            """{"type":1,"target":"Join"}""",
            """{"type":1,"invocationId":"1","target":"Join","arguments":{}}""",
            """{"type":3}""",
        ];
        foreach (var record in records)
        {
            await using var visitor = await RawClient.VisitorAsync(Server);
            await visitor.Send(record);

            await visitor.Closed;
            visitor.Records.All.ShouldAllBe(heard => !Leaks(heard.ToString()));
        }

        await NothingIsStored();
        (await bystander.Send("Вопрос")).Sequence.ShouldBe(2);
    }

    [Fact]
    public async Task A_handshake_that_is_none_closes_the_socket()
    {
        string[] handshakes = ["nonsense", "{}", """{"protocol":"messagepack","version":1}""", """{"protocol":"json","version":99}"""];
        foreach (var handshake in handshakes)
        {
            await using var visitor = await RawClient.DialAsync(Server.Port, Server.ChatOrigin, "visitor", await RawClient.VisitorCookieAsync(Server));
            await visitor.Send(handshake);

            await visitor.Closed;
            visitor.Records.All.ShouldAllBe(heard => !Leaks(heard.ToString()));
        }
    }

    [Fact]
    public async Task An_oversized_message_or_bytes_that_are_no_text_close_the_socket_and_nobody_elses()
    {
        await using var bystander = await TestVisitor.OpenAsync(Server);
        var id = Guid.CreateVersion7();
        await using (var large = await RawClient.VisitorAsync(Server))
        {
            await large.Send($$"""{"type":1,"invocationId":"1","target":"Send","arguments":[{"id":"{{id}}","text":"{{new string('x', 33_000)}}"}]}""");
            await large.Closed;
        }

        await using (var bytes = await RawClient.VisitorAsync(Server))
        {
            await bytes.SendBytes(Encoding.UTF8.GetBytes("{\"type\":1,\"target\":\"").Append((byte)0xC3).Append((byte)0x28).ToArray());
            await bytes.Closed;
        }

        await NothingIsStored();
        (await bystander.Send("Вопрос")).Sequence.ShouldBe(2);
    }

    [Fact]
    public async Task Foreign_and_random_ids_get_the_same_answer()
    {
        await using var owner = await TestVisitor.OpenAsync(Server);
        var message = Guid.CreateVersion7();
        await owner.Send("Вопрос", id: message);
        var before = (await owner.Join()).Messages.Count;
        await using var stranger = await RawClient.VisitorAsync(Server);
        async Task<string> Answer(Guid id, Guid replyTo)
        {
            var answer = await stranger.Call("Send", $$"""[{"id":"{{id}}","text":"Я","replyTo":"{{replyTo}}"}]""");
            return $"{RawClient.CodeOf(answer)} {answer.TryGetProperty("result", out _)}";
        }

        (await Answer(Guid.CreateVersion7(), message)).ShouldBe(await Answer(Guid.CreateVersion7(), Guid.CreateVersion7()));
        (await Answer(Guid.CreateVersion7(), message)).ShouldBe("quoted-not-found False");
        RawClient.CodeOf(await stranger.Call("Send", $$"""[{"id":"{{message}}","text":"Я"}]""")).ShouldBeNull("a foreign message's id is a fresh id in one's own thread");
        (await owner.Join()).Messages.Count.ShouldBe(before, "nothing got into the owner's thread");
    }

    /// <summary>Stack traces, types, SQL, files.</summary>
    internal static bool Leaks(string text) =>
        new[] { "   at ", "System.", "Microsoft.", "Npgsql", "iStom.", "Exception:", "select ", "insert ", ".cs:", "mt_" }
            .Any(sign => text.Replace("HubException:", "", StringComparison.Ordinal).Contains(sign, StringComparison.OrdinalIgnoreCase));

    private static void ShouldBeRefused(JsonElement answer, string call, string code)
    {
        RawClient.CodeOf(answer).ShouldBe(code, $"{call}: {answer}");
        Leaks(answer.ToString()).ShouldBeFalse(answer.ToString());
    }

    private async Task NothingIsStored()
    {
        await using var count = Server.Database.CreateCommand("select (select count(*) from mt_events) + (select count(*) from mt_doc_ticket)");
        (await count.ExecuteScalarAsync(TestContext.Current.CancellationToken)).ShouldBe(0L);
    }
}
