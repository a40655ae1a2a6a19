using iStom.Chat.Domain.Clinics;
using iStom.Chat.Domain.Regulation;
using iStom.Chat.Server.Hosting.Identity;
using iStom.Chat.TestSupport;

namespace iStom.Chat.Server.Tests.Search;

/// <summary>One field finds what people remember of a ticket: a word, its number, a phone, an address.</summary>
public sealed class SearchTests(TestDatabase databases) : SearchTest(databases)
{
    private const string Receipts = "Ещё раз о печати квитанций: счёт не выходит";

    [Fact]
    public async Task Words_are_found_in_any_form_with_or_without_the_dots_of_yo_and_misspelt()
    {
        await SignInAsync();
        await WriteAsync(Receipts, "Расписание врача пропало");

        foreach (var typed in new[]
        {
            "печатью", "ПЕЧАТЬ", "счёта", "счета", "\"квитанции счёт\"", "квитанция печать", "квитанция -врач", "квитонция", "квитанцыя", "квиатнция", "нетакогослова OR печать",
        })
        {
            (await TextsAsync(typed)).ShouldBe([Receipts], typed);
        }

        foreach (var typed in new[] { "квитанция врач", "\"счёт квитанции\"", "абракадабра", "и не" })
        {
            (await TextsAsync(typed)).ShouldBeEmpty(typed);
        }
    }

    [Fact]
    public async Task No_sign_breaks_it()
    {
        await SignInAsync();
        await WriteAsync("Счёт");

        foreach (var typed in new[]
        {
            "'", "\"", "a & | ! ( ) :* <-> \\ ' \" % _ ; --", "счёт:* & ('", "<b>счёт</b> 😀", "$1 {0} %s \t", "- -- \"-", "@.+-", "a@b'--", "a'b\\c", "'квитонция'", "%", "\\",
        })
        {
            (await Agent.RefusalAsync(HttpMethod.Get, $"/api/search?text={Uri.EscapeDataString(typed)}")).ShouldBeNull(typed);
        }
    }

    [Fact]
    public async Task A_ticket_is_found_by_its_number_in_any_writing()
    {
        await SignInAsync();
        await WriteAsync("Первый", "Второй", "Третий");

        foreach (var typed in new[] { "IS-2026-000002", "is-2026-000002", "2026-000002", "000002", "2", "№ 2" })
        {
            Items(await SearchAsync(typed), "tickets").Select(item => item.GetProperty("ticket").GetProperty("number").GetString()).ShouldBe(["IS-2026-000002"], typed);
        }
    }

    [Fact]
    public async Task A_phone_is_found_however_it_is_written()
    {
        await SignInAsync();
        await WriteAsync("Перезвоните на 8 (495) 123-45-67, доб. 3", "Мой номер +7-495-765-43-21", "Код 1234567890123");
        var clinic = new Clinic(new(Guid.NewGuid()), "Клиника «Демо-1»") { Contacts = [new("Регистратура", Role: null, ["+7 (495) 123 45 67"], Email: null)] };
        await Server.Store.AddClinicAsync(clinic);

        foreach (var typed in new[] { "+7 495 123-45-67", "8(495)1234567", "84951234567", "495 123 45 67 доб. 12", "123-45-67", "49512345" })
        {
            var found = await SearchAsync(typed);

            TextsOf(found).ShouldBe(["Перезвоните на 8 (495) 123-45-67, доб. 3"], typed);
            Items(found, "clinics").Select(item => item.GetProperty("name").GetString()).ShouldBe(["Клиника «Демо-1»"], typed);
        }
    }

    [Fact]
    public async Task An_address_is_found_whole_and_by_its_beginning()
    {
        await SignInAsync();
        await WriteAsync("Пишите на reception@example.org", "Пишите на other@example.org");
        await Server.StoreAsync(new Visitor
        {
            Id = new(Guid.NewGuid()), Conversation = new(Guid.NewGuid()), KeyHash = "hash", Site = "cloud", Name = "Пётр", Email = "reception@example.org",
        });

        foreach (var typed in new[] { "reception@example.org", "Reception@Example.org", "reception@", "recept" })
        {
            var found = await SearchAsync(typed);

            TextsOf(found).ShouldBe(["Пишите на reception@example.org"], typed);
            Items(found, "visitors").Select(item => item.GetProperty("name").GetString()).ShouldBe(["Пётр"], typed);
        }

        Items(await SearchAsync("петр"), "visitors").ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_clinic_is_found_by_name_and_number_and_a_misspelt_name()
    {
        await SignInAsync();
        await Server.Store.AddClinicAsync(new(new(Guid.NewGuid()), "Клиника Ромашка") { Number = "К-17" });
        await Server.Store.AddClinicAsync(new(new(Guid.NewGuid()), "Стоматология Лотос"));

        foreach (var typed in new[] { "ромашка", "ромошка", "клиника ромаш", "К-17" })
        {
            Items(await SearchAsync(typed), "clinics").Select(item => item.GetProperty("name").GetString()).ShouldBe(["Клиника Ромашка"], typed);
        }
    }

    [Fact]
    public async Task What_was_looked_for_is_marked_as_it_was_written_and_a_long_text_is_cut_around_it()
    {
        await SignInAsync();
        var water = string.Join(' ', Enumerable.Repeat("вода", 200));
        await WriteAsync("Ещё <b>счета</b> & счёт", $"{water} актов {water}");

        var marked = Items(await SearchAsync("счет"), "messages").Single().GetProperty("text");
        var cut = Items(await SearchAsync("акт"), "messages").Single().GetProperty("text");

        Whole(marked).ShouldBe("Ещё <b>счета</b> & счёт");
        Hits(marked).ShouldBe(["счета", "счёт"]);
        Whole(cut).Length.ShouldBeInRange(100, 260);
        Whole(cut).ShouldStartWith("…вода");
        Whole(cut).ShouldEndWith("…");
        Hits(cut).ShouldBe(["актов"]);
    }

    [Fact]
    public async Task Replies_and_notes_of_staff_are_found_and_told_apart()
    {
        await SignInAsync();
        await WriteAsync("Вопрос о зарплате");
        var ticket = (await Agent.TakeNext()).Ticket.Id;
        await Agent.Reply(ticket, "Ответ о премии");
        await Agent.Note(ticket, "Заметка о премии");

        var found = Items(await SearchAsync("премия"), "messages").ToList();

        found.Select(item => (Whole(item.GetProperty("text")), item.GetProperty("note").GetBoolean(), item.GetProperty("authorName").GetString()))
            .ShouldBe([("Заметка о премии", true, "Сотрудник 1"), ("Ответ о премии", false, "Сотрудник 1")], ignoreOrder: true);
        found.ShouldAllBe(item => item.GetProperty("ticket").GetProperty("id").GetGuid() == ticket);
    }

    [Fact]
    public async Task Filters_let_only_some_tickets_pass_with_words_and_without()
    {
        await SignInAsync();
        await WriteAsync("Первый счёт", "Второй счёт");
        var late = Server.Clock.GetCurrentInstant();
        var visitor = Owned(await TestVisitor.OpenAsync(Server));
        await visitor.Send("Третий счёт", RequestKind.WorkStopped);
        var taken = (await Agent.TakeNext()).Ticket;
        taken.Preview.ShouldBe("Третий счёт");

        string[] third = ["Третий счёт"], others = ["Второй счёт", "Первый счёт"];
        foreach (var (filter, expected) in new (string, string[])[]
        {
            ("&kind=WorkStopped", third),
            ("&kind=Question", others),
            ("&level=Urgent", third),
            ($"&agent={taken.AssignedTo!.Id}", third),
            ($"&agent={Guid.NewGuid()}", []),
            ("&state=InProgress", third),
            ("&state=Waiting", others),
            ("&lane=InTurn", others),
            ("&lane=Critical", []),
            ($"&since={late}", third),
            ($"&until={late}", others),
            ($"&kind=Question&state=Waiting&until={late}", others),
        })
        {
            (await TextsAsync("счёт", filter)).ShouldBe(expected, filter);
            Items(await SearchAsync("", filter), "tickets").Select(item => Whole(item.GetProperty("subject"))).ShouldBe(expected, filter);
        }
    }

    [Fact]
    public async Task Pages_follow_each_other_newest_first_whatever_comes_meanwhile()
    {
        await SignInAsync();
        var visitors = await WriteAsync("счёт 1", "счёт 2", "счёт 3", "счёт 4", "счёт 5");
        var seen = new List<string>();
        for (string? before = "", next; before is not null; before = next)
        {
            var page = await SearchAsync("счёт", $"&in=Messages&limit=2{(before.Length > 0 ? $"&before={before}" : "")}");
            seen.AddRange(TextsOf(page));
            next = page.GetProperty("messages").GetProperty("next").GetString();
            await visitors[0].Send($"счёт {seen.Count + 100}");
        }

        seen.ShouldBe(["счёт 5", "счёт 4", "счёт 3", "счёт 2", "счёт 1"]);
    }

    [Fact]
    public async Task What_cannot_be_looked_for_is_refused()
    {
        await SignInAsync();

        foreach (var (query, code) in new[]
        {
            ("?text=", "search-empty"),
            ("?text=%20%20", "search-empty"),
            ("?text=a%00b", "text-malformed"),
            ("?text=a&limit=0", "limit-out-of-range"),
            ("?text=a&limit=51", "limit-out-of-range"),
            ("?text=a&before=AAAA&in=Messages", "bad-cursor"),
            ("?text=a&before=AAAAAAAAAAAAAAAAAAAAAA", "bad-cursor"),
            ("?text=a&before=x&in=Clinics", "bad-cursor"),
            ("?text=a&before=_____________________w&in=Tickets", "bad-cursor"),
            ("?text=a&kind=77", "unknown-filter"),
            ("?text=a&state=77", "unknown-filter"),
            ("?text=a&in=77", "unknown-filter"),
            ("?text=a&since=2026-11-23T00:00:00Z&until=2026-11-22T00:00:00Z", "dates-reversed"),
            ("?text=1+2+3+4+5+6+7+8+9+10+11+12+13", "too-many-words"),
            ($"?text={new string('a', 201)}", "text-too-long"),
        })
        {
            (await Agent.RefusalAsync(HttpMethod.Get, $"/api/search{query}")).ShouldBe(code, query);
        }
    }
}
