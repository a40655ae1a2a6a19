namespace iStom.Chat.Server.Demo;

/// <summary>Mails as they would be on the wire. They name no day, so that each is the same mail at every start.</summary>
internal static class DemoMails
{
    public const string Support = "support@example.org";

    public const string Answer = "Спасибо за журнал: касса не приняла чек, потому что смена открыта больше 24 часов. Закройте смену, откройте новую и повторите возврат.";

    public const string AnswerToNowhere = "Филиал добавляется в «Настройках», «Клиника», «Филиалы». Если такого пункта нет, пришлите, пожалуйста, версию программы.";

    private const string Text = "MIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit";

    /// <summary>Of a clinic's address, with what was written before below.</summary>
    public const string Quoting =
        $"""
        From: Регистратура <demo1@example.org>
        To: {Support}
        Subject: Re: Отчёт по кассе за октябрь
        Message-ID: <report@demo.example.org>
        {Text}

        Здравствуйте! Отчёт пересчитали, но две оплаты картой в него так и не попали.
        Посмотрите, пожалуйста, что с ними.

        --
        Регистратура, клиника «Демо-1»

        12 октября 2026 г. 10:15, Поддержка iStom пишет:
        > Пересчитайте, пожалуйста, отчёт: «Отчёты», «Касса», «Обновить».
        > Если суммы снова не сойдутся, напишите нам.
        """;

    public const string WithFile =
        $"""
        From: Бухгалтерия <accounts@example.org>
        To: {Support}
        Subject: Не печатается чек возврата
        Message-ID: <refund@demo.example.org>
        MIME-Version: 1.0
        Content-Type: multipart/mixed; boundary=demo

        --demo
        Content-Type: text/plain; charset=utf-8
        Content-Transfer-Encoding: 8bit

        Добрый день! Чек возврата не печатается, обычные чеки печатаются. Журнал кассы приложили.
        --demo
        Content-Type: text/plain; charset=utf-8; name="kassa.log"
        Content-Disposition: attachment; filename="kassa.log"
        Content-Transfer-Encoding: 8bit

        10:41:07 Возврат 4 500,00
        10:41:08 Ошибка 61: смена превысила 24 часа
        --demo--
        """;

    /// <summary>To what was answered on the mail with a file.</summary>
    public const string OutOfOffice =
        $"""
        From: Бухгалтерия <accounts@example.org>
        To: {Support}
        Subject: Автоответ: Не печатается чек возврата
        Message-ID: <away@demo.example.org>
        In-Reply-To: <refund@demo.example.org>
        Auto-Submitted: auto-replied
        {Text}

        Нас нет на месте до понедельника. Письмо прочтём, когда вернёмся.
        """;

    /// <summary>From an address to which nothing can be sent.</summary>
    public const string FromNowhere =
        $"""
        From: Главный врач <chief@example.net>
        To: {Support}
        Subject: Второй филиал
        Message-ID: <branch@demo.example.net>
        {Text}

        Открываем второй филиал. Как завести его в программе и дать доступ врачам?
        """;

    /// <summary>What the mail server of that address says of our answer.</summary>
    public static string Undelivered(string messageId) =>
        $"""
        From: Mail Delivery System <mailer-daemon@example.net>
        To: {Support}
        Subject: Undelivered Mail Returned to Sender
        Message-ID: <returned@demo.example.net>
        MIME-Version: 1.0
        Content-Type: multipart/report; report-type=delivery-status; boundary=demo

        --demo
        Content-Type: text/plain

        The mail could not be delivered.
        --demo
        Content-Type: message/delivery-status

        Reporting-MTA: dns; mail.example.net

        Final-Recipient: rfc822; chief@example.net
        Action: failed
        Status: 5.1.1
        Diagnostic-Code: smtp; 550 5.1.1 User unknown
        --demo
        Content-Type: text/rfc822-headers

        Message-ID: <{messageId}>
        --demo--
        """;
}
