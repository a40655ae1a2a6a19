using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using iStom.Chat.Browser.Tests.Chromium;
using iStom.Chat.Domain;
using iStom.Chat.Domain.Clinics;
using iStom.Chat.Domain.Regulation;
using iStom.Chat.TestSupport;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace iStom.Chat.Browser.Tests;

/// <summary>Mail on the desk, and its one place in the settings: over HTTP in, over SMTP out.</summary>
public sealed partial class MailTests(TestDatabase databases, TestBrowser browser) : SettingsTest(databases, browser)
{
    private const string Support = "support@desk.test";
    private const string OutOfOffice = "In-Reply-To: <one@clinic.test>\nAuto-Submitted: auto-replied\n";

    [Fact]
    public async Task A_mail_is_read_whole_its_clinic_confirmed_and_answered_by_mail_and_what_becomes_of_the_answer_stands_below_it()
    {
        await using var sink = new MailSink();
        await Server.Store.AddClinicAsync(new Clinic(new(Guid.CreateVersion7()), "Клиника «Первая»", Tariff.Paid) { Contacts = [new("Регистратура", Role: null, [], "desk@clinic.test")] });
        var secret = await AddMailboxAsync(sink);
        await HandOverAsync(secret, Mail("one", "Не печатает чек", "Не печатает чек после обновления.\n\n12.10.2026 10:15, Поддержка пишет:\n> Обновите, пожалуйста, программу."));

        var desk = await SignInAsync("Сотрудник 1");
        await TakeNextAsync(desk);
        var asked = Messages(desk, "visitor").First;
        await Expect(asked).ToContainTextAsync("Входящее письмо");
        await asked.GetByText("Переписка ниже и подпись").ClickAsync();
        await Expect(asked.GetByText("Обновите, пожалуйста, программу.")).ToBeVisibleAsync();
        var saved = await desk.RunAndWaitForDownloadAsync(() => asked.GetByRole(AriaRole.Link, new() { Name = "Исходное письмо" }).ClickAsync());
        (await File.ReadAllTextAsync(await saved.PathAsync())).ShouldContain("Message-ID: <one@clinic.test>");
        await Expect(desk.GetByText("Пишут с адреса клиники: Клиника «Первая». Это она?")).ToBeVisibleAsync();
        await FitsAsync(desk, "a mail on the desk");
        await desk.Locator("body").PressAsync("Escape");
        await desk.GetByRole(AriaRole.Log).FocusAsync();
        await desk.Keyboard.PressAsync("y");
        await Expect(desk.GetByRole(AriaRole.Link, new() { Name = "Клиника «Первая»" })).ToBeVisibleAsync();

        await ReplyAsync(desk, "Перезапустите службу печати.");
        var answer = Messages(desk, "agent").Last;
        await Expect(answer).ToContainTextAsync("Ответ письмом ушёл");
        var sent = await UntilAnsweredAsync(sink);
        await HandOverAsync(secret, Undelivered(MessageId().Match(sent).Groups["id"].Value));
        await Expect(answer).ToContainTextAsync("не доставлен (5.1.1)");
        await HandOverAsync(secret, Mail("away", "Автоответ", "Я на месте, печатает!", OutOfOffice));
        await desk.GetByRole(AriaRole.Button, new() { Name = "Это написал человек: показать сообщением" }).ClickAsync();
        await Expect(Messages(desk, "visitor").Last).ToContainTextAsync("Я на месте, печатает!");
        await FitsAsync(desk, "an answer that did not arrive");
        await desk.SetViewportSizeAsync(360, 740);
        await FitsAsync(desk, "a mail on a phone");
        ConsoleErrors.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_administrator_adds_a_mailbox_pauses_it_and_lets_it_go_on_and_finds_what_was_held_back()
    {
        await using var sink = new MailSink();
        var desk = await OpenSettingsAsync("mail");
        await desk.GetByRole(AriaRole.Link, new() { Name = "Добавить ящик" }).ClickAsync();
        await desk.GetByLabel(new Regex("^Адрес")).FillAsync(Support);
        await desk.GetByLabel("Имя отправителя по-русски").FillAsync("Поддержка");
        await desk.GetByLabel("Имя отправителя по-английски").FillAsync("Support");
        await desk.GetByLabel("Забирать почту по IMAP").UncheckAsync();
        await desk.GetByLabel(new Regex("^Сервер")).FillAsync("127.0.0.1");
        await desk.GetByLabel(new Regex("^Порт")).FillAsync($"{sink.Port}");
        await desk.GetByLabel("Шифрование").SelectOptionAsync("PlaintextOnLoopback");
        await desk.GetByLabel("Почтовый сервер может передавать письма сам").CheckAsync();
        await FitsAsync(desk, "a new mailbox");
        await desk.GetByRole(AriaRole.Button, new() { Name = "Сохранить" }).ClickAsync();
        var shown = desk.GetByRole(AriaRole.Dialog);
        var secret = (await shown.Locator(".secret li").InnerTextAsync()).Trim();
        await FitsAsync(desk, "its secret, once");
        await shown.GetByRole(AriaRole.Button, new() { Name = "Готово" }).ClickAsync();

        await desk.GetByRole(AriaRole.Link, new() { Name = "Изменить" }).ClickAsync();
        await desk.GetByRole(AriaRole.Button, new() { Name = "Проверить оба сервера" }).ClickAsync();
        await Expect(desk.GetByText("вход выполнен, всё в порядке")).ToBeVisibleAsync();
        await FitsAsync(desk, "a mailbox that was tried");
        await desk.GetByRole(AriaRole.Link, new() { Name = "Почта", Exact = true }).First.ClickAsync();
        await desk.GetByRole(AriaRole.Button, new() { Name = "Приостановить" }).ClickAsync();
        await Expect(desk.GetByText("приостановлен", new() { Exact = true })).ToBeVisibleAsync();

        await HandOverAsync(secret, Mail("one", "Вопрос", "Как настроить отчёт?"));
        await HandOverAsync(secret, Mail("list", "Счёт за октябрь", "Пришлите счёт.", "List-Unsubscribe: <mailto:off@clinic.test>\n"));
        await desk.ReloadAsync();
        await Expect(desk.GetByRole(AriaRole.Table, new() { Name = "Ещё не ушло" })).ToContainTextAsync("подтверждение");
        await Expect(desk.GetByRole(AriaRole.Table, new() { Name = "Придержано" })).ToContainTextAsync("рассылка");
        await FitsAsync(desk, "mail that has not left, and mail that was held back");
        await desk.GetByRole(AriaRole.Button, new() { Name = "Продолжить" }).ClickAsync();
        await sink.UntilTakenAsync(1);
        await desk.SetViewportSizeAsync(360, 740);
        await desk.ReloadAsync();
        await Expect(desk.GetByText("Всё отправлено.")).ToBeVisibleAsync();
        await FitsAsync(desk, "mail on a phone");
        await desk.GetByRole(AriaRole.Button, new() { NameRegex = new("написал человек") }).ClickAsync();
        await Expect(Messages(desk, "visitor").Last).ToContainTextAsync("Пришлите счёт.");
        ConsoleErrors.ShouldBeEmpty();
    }

    private async Task<string> AddMailboxAsync(MailSink sink)
    {
        await using var administrator = await TestAgent.SignedInAsync(Server, AgentRole.Administrator);
        using var answer = await administrator.HttpAsync(HttpMethod.Put, $"/api/mail/mailboxes/{Guid.CreateVersion7()}", new
        {
            address = Support, sender = new { russian = "Поддержка", english = "Support" }, language = "Russian", isPaused = false, handOver = true, newHandOver = false, version = (long?)null,
            outgoing = new { host = "127.0.0.1", port = sink.Port, security = "PlaintextOnLoopback", user = (string?)null, signIn = "Password" }, incoming = (object?)null,
        });
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("secret").GetString()!;
    }

    private async Task HandOverAsync(string secret, string mail)
    {
        using var answer = await InboundMail.HandOverAsync(Server, secret, mail, Support);
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>The acknowledgement has left before the answer.</summary>
    private static Task<string> UntilAnsweredAsync(MailSink sink) => sink.UntilTakenAsync(2);

    private static string Mail(string id, string subject, string text, string more = "") =>
        $"From: Регистратура <desk@clinic.test>\nTo: {Support}\nSubject: {subject}\nMessage-ID: <{id}@clinic.test>\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n{more}\n{text}\n";

    private static string Undelivered(string messageId) =>
        $"""
        From: mailer-daemon@clinic.test
        To: {Support}
        Subject: Undelivered
        Message-ID: <returned@clinic.test>
        MIME-Version: 1.0
        Content-Type: multipart/report; report-type=delivery-status; boundary=b

        --b
        Content-Type: text/plain

        The mail could not be delivered.
        --b
        Content-Type: message/delivery-status

        Reporting-MTA: dns; mail.clinic.test

        Final-Recipient: rfc822; desk@clinic.test
        Action: failed
        Status: 5.1.1
        Diagnostic-Code: smtp; 550 5.1.1 User unknown
        --b
        Content-Type: text/rfc822-headers

        Message-ID: <{messageId}>
        --b--
        """;

    [GeneratedRegex("^Message-ID:\\s*<(?<id>[^>]+)>", RegexOptions.Multiline | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex MessageId();
}
