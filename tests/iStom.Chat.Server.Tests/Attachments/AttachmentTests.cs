using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using iStom.Chat.Domain;
using iStom.Chat.Domain.Regulation;
using iStom.Chat.Server.Attachments;
using iStom.Chat.Server.Contract;
using iStom.Chat.Server.Hosting.Commands;
using iStom.Chat.Server.Privacy;
using iStom.Chat.Server.Tests.Storage;
using iStom.Chat.TestSupport;
using MediatR;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace iStom.Chat.Server.Tests.Attachments;

/// <summary>Files go up, belong to one message, and come down to whoever may see it.</summary>
public sealed class AttachmentTests(TestDatabase databases) : AttachmentTest(databases)
{
    protected override void Configure(IWebHostBuilder builder) => builder.UseSetting("Attachments:MaxBytes", "100000").UseSetting("Attachments:MaxFiles", "2").UseSetting("Limits:Uploads:Burst", "30");

    [Fact]
    public async Task A_picture_goes_with_a_message_and_comes_down_out_of_a_sandbox()
    {
        var (visitor, stranger, agent) = (Owned(await TestVisitor.OpenAsync(Server)), Owned(await TestVisitor.OpenAsync(Server)), Owned(await TestAgent.OnDutyAsync(Server)));
        var (id, message) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        const string Name = "снимок экрана.png";
        using var first = await visitor.UploadAsync(OfVisitor(id), $"C:\\tmp\\{Name}", Files.Png);
        using var again = await visitor.UploadAsync(OfVisitor(id), "other.png", []);

        var told = await first.Content.ReadAsStringAsync(Cancellation);
        TestClient.Read<AttachmentView>(told).ShouldBe(new(id, Name, "image/png", Picture: true, Files.Png.Length));
        (await again.Content.ReadAsStringAsync(Cancellation)).ShouldBe(told, "the same id again");
        (await CodeAsync(stranger.UploadAsync(OfVisitor(id), Name, Files.Png))).ShouldBe("400 id-already-used");
        (await TestClient.RefusalOf(() => stranger.Send("Чужое", attachments: id))).ShouldBe("attachment-not-found");
        (await GetAsync(agent, OfStaff(id))).ShouldBe("404 attachment-not-found", "nobody has sent it yet");
        var ack = await visitor.Send("", id: message, attachments: id);
        (await visitor.Send("", id: message, attachments: id)).Sequence.ShouldBe(ack.Sequence);
        (await TestClient.RefusalOf(() => visitor.Send("Ещё раз", attachments: id))).ShouldBe("attachment-used");
        (await TestClient.RefusalOf(() => visitor.Send("", attachments: []))).ShouldBe("text-empty");

        var opened = await agent.TakeNext();
        opened.Ticket.Preview.ShouldBe(Name);
        opened.Messages.Single(entry => entry.Id == message).Attachments.ShouldHaveSingleItem().Name.ShouldBe(Name);
        (await visitor.Join()).Messages.Single(entry => entry.Id == message).Attachments.ShouldHaveSingleItem().Id.ShouldBe(id);
        using var served = await visitor.HttpAsync(HttpMethod.Get, OfVisitor(id));
        (await served.Content.ReadAsByteArrayAsync(Cancellation)).ShouldBe(Files.Png);
        string HeaderOf(string name) => string.Join(", ", served.Headers.Concat(served.Content.Headers).Where(header => header.Key == name).SelectMany(header => header.Value));
        HeaderOf("Content-Security-Policy").ShouldBe("sandbox; default-src 'none'");
        HeaderOf("X-Content-Type-Options").ShouldBe("nosniff");
        HeaderOf("Cross-Origin-Resource-Policy").ShouldBe("same-origin");
        HeaderOf("Cache-Control").ShouldBe("no-cache, private");
        HeaderOf("Content-Type").ShouldBe("image/png");
        HeaderOf("Content-Disposition").ShouldStartWith("inline; filename=");
        HeaderOf("Content-Disposition").ShouldEndWith($"filename*=UTF-8''{Uri.EscapeDataString(Name)}");
        HeaderOf("Accept-Ranges").ShouldBe("bytes");
        (await GetAsync(agent, OfStaff(id))).ShouldBeNull();
        (await GetAsync(stranger, OfVisitor(id))).ShouldBe("404 attachment-not-found");
        (await GetAsync(new TestVisitor(Server), OfVisitor(id))).ShouldBe("401 unauthenticated");
        (await GetAsync(visitor, OfStaff(id))).ShouldBe("404 not-found", "the desk's path is not on the chat's host");
    }

    [Fact]
    public async Task A_replys_file_is_for_both_and_a_notes_for_staff_alone()
    {
        var (visitor, agent, colleague) = (Owned(await TestVisitor.OpenAsync(Server)), Owned(await TestAgent.SignedInAsync(Server, AgentRole.Agent)), Owned(await TestAgent.SignedInAsync(Server, AgentRole.Agent)));
        await visitor.Send("Вопрос");
        await agent.Connect();
        var ticket = (await agent.TakeNext()).Ticket.Id;
        var (ofReply, ofNote, waiting) = (await UploadAsync(agent, ticket, "ответ.pdf", "%PDF-1.7"u8.ToArray()), await UploadAsync(agent, ticket, "заметка.log", "журнал"u8.ToArray()), await UploadAsync(agent, ticket, "a.txt", "a"u8.ToArray()));

        (await GetAsync(visitor, OfVisitor(ofReply))).ShouldBe("404 attachment-not-found", "not sent yet");
        await agent.Reply(ticket, "", attachments: ofReply);
        await agent.Note(ticket, "Смотрите", attachments: ofNote);

        (await GetAsync(visitor, OfVisitor(ofReply))).ShouldBeNull();
        (await GetAsync(visitor, OfVisitor(ofNote))).ShouldBe("404 attachment-not-found");
        (await GetAsync(colleague, OfStaff(ofNote))).ShouldBeNull();
        (await GetAsync(colleague, OfStaff(waiting))).ShouldBe("404 attachment-not-found");
        (await agent.Open(ticket)).Events.Single(e => e.Type == "NoteWritten").Attachments.ShouldHaveSingleItem().Id.ShouldBe(ofNote);
        using var served = await visitor.HttpAsync(HttpMethod.Get, OfVisitor(ofReply));
        served.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("attachment");
    }

    [Fact]
    public async Task Whoever_has_a_file_or_wants_a_part_of_it_is_not_sent_all_of_it()
    {
        var (visitor, stranger) = (Owned(await TestVisitor.OpenAsync(Server)), Owned(await TestVisitor.OpenAsync(Server)));
        var path = OfVisitor(await UploadAsync(visitor, "журнал.txt", "0123456789"u8.ToArray()));
        using var whole = await visitor.HttpAsync(HttpMethod.Get, path);
        var tag = whole.Headers.ETag!.ToString();

        using var again = await visitor.HttpAsync(HttpMethod.Get, path, headers: ("If-None-Match", tag));
        using var part = await visitor.HttpAsync(HttpMethod.Get, path, headers: ("Range", "bytes=2-4"));
        using var changed = await visitor.HttpAsync(HttpMethod.Get, path, headers: [("Range", "bytes=2-4"), ("If-Range", "\"another\"")]);
        using var beyond = await visitor.HttpAsync(HttpMethod.Get, path, headers: ("Range", "bytes=10-"));

        (again.StatusCode, await again.Content.ReadAsStringAsync(Cancellation)).ShouldBe((HttpStatusCode.NotModified, ""));
        (part.StatusCode, await part.Content.ReadAsStringAsync(Cancellation), part.Content.Headers.ContentRange?.ToString()).ShouldBe((HttpStatusCode.PartialContent, "234", "bytes 2-4/10"));
        (changed.StatusCode, await changed.Content.ReadAsStringAsync(Cancellation)).ShouldBe((HttpStatusCode.OK, "0123456789"));
        beyond.StatusCode.ShouldBe(HttpStatusCode.RequestedRangeNotSatisfiable);
        foreach (var answer in new[] { again, part })
        {
            answer.Headers.GetValues("Content-Security-Policy").ShouldHaveSingleItem().ShouldBe("sandbox; default-src 'none'");
        }

        (await CodeAsync(stranger.HttpAsync(HttpMethod.Get, path, headers: ("If-None-Match", tag)))).ShouldBe("404 attachment-not-found", "also to whoever knows its tag");
        using var limits = await visitor.HttpAsync(HttpMethod.Get, "/api/visitor/attachments");
        (await limits.Content.ReadAsStringAsync(Cancellation)).ShouldBe(
            "{\"maxBytes\":100000,\"maxFiles\":2,\"kinds\":[\"docx\",\"gif\",\"jpeg\",\"jpg\",\"log\",\"pdf\",\"png\",\"txt\",\"webp\",\"xlsx\",\"zip\"]}");
    }

    public static TheoryData<string, byte[], string?> Contents => new()
    {
        { "a.jpg", [0xFF, 0xD8, 0xFF, 0xE0], null },
        { "a.gif", "GIF89a"u8.ToArray(), null },
        { "a.webp", "RIFF\0\0\0\0WEBP"u8.ToArray(), null },
        { "a.zip", Files.Zip("a"), null },
        { "a.docx", Files.Docx, null },
        { "A.XLSX", Files.Xlsx, null },
        { "журнал.log", [0xCF, 0xF0, 0xE8, 0xE2, 0xE5, 0xF2, 0x0D, 0x0A], null },
        { "a.exe", "MZ"u8.ToArray(), "400 file-type-refused" },
        { "a.png.html", Files.Png, "400 file-type-refused" },
        { "a\u202Egnp.exe", Files.Png, "400 file-type-refused" },
        { "a.svg", "<svg/>"u8.ToArray(), "400 file-type-refused" },
        { "a.png", [], "400 file-empty" },
        { "a.png", [0xFF, 0xD8, 0xFF, 0xE0], "400 file-content-mismatch" },
        { "a.docx", Files.Zip("a"), "400 file-content-mismatch" },
        { "a.xlsx", Files.Docx, "400 file-content-mismatch" },
        { "a.zip", [.. Files.Zip("a")[..^4]], "400 file-content-mismatch" },
        { "a.zip", "PK\x03\x04"u8.ToArray(), "400 file-content-mismatch" },
        { "a.txt", "a\0b"u8.ToArray(), "400 file-content-mismatch" },
        { "a.txt", "%PDF-1.7"u8.ToArray(), "400 file-content-mismatch" },
        { "a.txt", [.. Enumerable.Repeat((byte)'a', 100_001)], "413 file-too-large" },
    };

    [Fact]
    public async Task A_file_is_what_its_name_says_or_is_refused_and_leaves_nothing()
    {
        var visitor = Owned(await TestVisitor.OpenAsync(Server));
        var kept = 0;
        foreach (var row in Contents)
        {
            var (name, bytes, code) = row.Data;
            var sender = kept % 3 == 0 ? visitor = Owned(await TestVisitor.OpenAsync(Server)) : visitor;

            (await CodeAsync(sender.UploadAsync(OfVisitor(Guid.CreateVersion7()), name, bytes))).ShouldBe(code, name);

            kept += code is null ? 1 : 0;
            OnDisk().Length.ShouldBe(kept, name);
        }

        (await NotedAsync()).ShouldBe(kept);
    }

    [Fact]
    public async Task Too_many_files_are_refused_of_a_message_and_of_those_that_wait()
    {
        var visitor = Owned(await TestVisitor.OpenAsync(Server));
        var files = new List<Guid>();
        for (var i = 0; i < 4; i++)
        {
            files.Add(await UploadAsync(visitor, $"{i}.txt", "a"u8.ToArray()));
        }

        (await CodeAsync(visitor.UploadAsync(OfVisitor(Guid.CreateVersion7()), "5.txt", "a"u8.ToArray()))).ShouldBe("409 too-many-attachments");
        (await TestClient.RefusalOf(() => visitor.Send("Три", attachments: [.. files[..3]]))).ShouldBe("too-many-attachments");
        await visitor.Send("Два", attachments: [.. files[..2]]);
        await UploadAsync(visitor, "5.txt", "a"u8.ToArray());
    }

    [Fact]
    public async Task An_upload_that_is_cut_off_leaves_nothing()
    {
        var visitor = Owned(await TestVisitor.OpenAsync(Server));
        using (var socket = new TcpClient())
        {
            await socket.ConnectAsync(IPAddress.Loopback, Server.Port, Cancellation);
            var head = $"PUT {OfVisitor(Guid.CreateVersion7())} HTTP/1.1\r\nHost: {new Uri(Server.ChatOrigin).Authority}\r\nOrigin: {Server.ChatOrigin}\r\nCookie: {visitor.Cookie}\r\n"
                + "Content-Type: application/octet-stream\r\nContent-Disposition: attachment; filename=\"a.txt\"\r\nContent-Length: 90000\r\n\r\nhalf of it";
            await socket.GetStream().WriteAsync(Encoding.ASCII.GetBytes(head), Cancellation);
            await Eventually.HoldsAsync(() => Task.FromResult(OnDisk().Length == 1));
        }

        await Eventually.HoldsAsync(() => Task.FromResult(OnDisk().Length == 0));
        (await NotedAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task What_no_message_has_taken_goes_after_a_day_and_what_one_has_stays()
    {
        var visitor = Owned(await TestVisitor.OpenAsync(Server));
        var (sent, forgotten) = (await UploadAsync(visitor, "a.txt", "a"u8.ToArray()), await UploadAsync(visitor, "b.txt", "b"u8.ToArray()));
        await visitor.Send("Вот", attachments: sent);
        Server.Clock.Advance(Duration.FromDays(1));
        (await RemoveAsync()).ShouldBe(0);
        Server.Clock.Advance(Duration.FromSeconds(1));

        (await RemoveAsync()).ShouldBe(1);

        await Eventually.HoldsAsync(() => Task.FromResult(OnDisk().Length == 1));
        (await GetAsync(visitor, OfVisitor(forgotten))).ShouldBe("404 attachment-not-found");
        (await GetAsync(visitor, OfVisitor(sent))).ShouldBeNull();
    }

    [Fact]
    public async Task An_erasure_takes_the_files_of_both_sides_with_their_names()
    {
        var (visitor, other, agent) = (Owned(await TestVisitor.OpenAsync(Server)), Owned(await TestVisitor.OpenAsync(Server)), Owned(await TestAgent.SignedInAsync(Server, AgentRole.Agent)));
        await other.Send("Чужое", attachments: await UploadAsync(other, "чужое.txt", "a"u8.ToArray()));
        await visitor.Send("Вот", RequestKind.WorkStopped, attachments: await UploadAsync(visitor, "канарейка.txt", "a"u8.ToArray()));
        await UploadAsync(visitor, "канарейка-2.txt", "a"u8.ToArray());
        await agent.Connect();
        var ticket = (await agent.TakeNext()).Ticket;
        ticket.Preview.ShouldBe("Вот");
        await agent.Note(ticket.Id, "Заметка", attachments: await UploadAsync(agent, ticket.Id, "канарейка-3.txt", "a"u8.ToArray()));
        await agent.Reply(ticket.Id, "Ответ", attachments: await UploadAsync(agent, ticket.Id, "канарейка-4.txt", "a"u8.ToArray()));
        OnDisk().Length.ShouldBe(5);

        var erased = await Server.Services.GetRequiredService<IMediator>().Send(
            new EraseVisitor(new AgentCaller(new(Guid.NewGuid()), "Сотрудник 2", [AgentRole.Administrator], PaidSupport: false, Language.Russian), new(ticket.VisitorId)), Cancellation);

        erased.Refusal.ShouldBeNull();
        (await DatabaseText.DumpAsync(Server.Database, Cancellation)).ShouldNotContain("канарейка");
        await Eventually.HoldsAsync(() => Task.FromResult(OnDisk().Length == 1));
        (await agent.Open(ticket.Id)).Messages.ShouldAllBe(message => message.Attachments == null);
    }

    private async Task<int> RemoveAsync() => (await Server.Services.GetRequiredService<IMediator>().Send(new RemoveForgottenFiles(), Cancellation)).Value;
}
