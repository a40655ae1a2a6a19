using System.Collections.Concurrent;
using System.Text;
using iStom.Chat.Server.Email.Mime;

namespace iStom.Chat.Faults.Tests.Mail;

/// <summary>Takes mail by SMTP, and keeps what it has taken.</summary>
internal sealed class OutgoingServer : LineServer
{
    private readonly ConcurrentQueue<MailMessage> _taken = new();

    /// <summary>Every mail that it was ever given, in order.</summary>
    public IReadOnlyList<MailMessage> Taken => [.. _taken];

    protected override async Task ServeAsync(Line line)
    {
        await line.SayAsync("220 ready\r\n");
        while (await line.HearAsync() is var said && said != "QUIT")
        {
            await line.SayAsync(said.StartsWith("EHLO", StringComparison.Ordinal) ? "250-here\r\n250-PIPELINING\r\n250 8BITMIME\r\n" : said == "DATA" ? "354 go on\r\n" : "250 well\r\n");
            if (said == "DATA")
            {
                await TakeAsync(line);
                await line.SayAsync("250 taken\r\n");
            }
        }

        await PassAsync(line, Moment.Accepted);
        await line.SayAsync("221 farewell\r\n");
    }

    private async Task TakeAsync(Line line)
    {
        var raw = new StringBuilder();
        while (await line.HearAsync() is var said && said != ".")
        {
            raw.Append(said.StartsWith('.') ? said[1..] : said).Append("\r\n");
        }

        _taken.Enqueue(MailReader.Read(Encoding.Latin1.GetBytes(raw.ToString())));
        await PassAsync(line, Moment.Taken);
    }
}
