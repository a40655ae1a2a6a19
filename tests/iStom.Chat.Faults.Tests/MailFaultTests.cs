using System.Diagnostics;
using iStom.Chat.Faults.Tests.Histories;
using iStom.Chat.Faults.Tests.Mail;
using iStom.Chat.Faults.Tests.Rig;
using iStom.Chat.Server.Email.Mime;
using iStom.Chat.TestSupport;

namespace iStom.Chat.Faults.Tests;

/// <summary>
/// Mail leaves at least once, its repeats known by their Message-ID, and a mail that comes in makes one entry: P9 and P10. The mail servers
/// of the tests fall silent, or a table lets nobody write, at the very instant; there the server is killed, again and again.
/// </summary>
[Collection(FaultTests.Name)]
public sealed class MailFaultTests(TestDatabase databases)
{
    private const string Noted = "noted";
    private int _mails;

    [Fact]
    public async Task Mail_leaves_again_under_the_same_id_whenever_the_server_is_killed_while_it_leaves()
    {
        await using var system = await MailSystem.StartAsync(databases);
        var expected = new List<string>();
        await RepeatAsync(3, async round =>
        {
            await AcknowledgeAsync(system);
            await AnswerAsync(system, round % 3 == 0 ? Moment.Taken : Moment.Accepted, isNoted: round % 3 == 2, expected);
        });

        expected.AddRange(await system.NumbersAsync());
        var arrived = system.Outgoing.Taken.ToLookup(WordsOf, mail => mail.MessageId, StringComparer.Ordinal);
        var missing = expected.Except(arrived.Select(letter => letter.Key), StringComparer.Ordinal).ToArray();
        var differing = arrived.Where(letter => letter.Distinct(StringComparer.Ordinal).Count() > 1).Select(letter => letter.Key).ToArray();
        FaultReport.Write([
            "mail out (P9)",
            $"  letters {expected.Count}, arrived {system.Outgoing.Taken.Count}, repeated {arrived.Count(letter => letter.Count() > 1)}; server killed {system.Kills}",
            $"  missing {missing.Length}, differing ids {differing.Length}",
        ]);
        missing.ShouldBeEmpty();
        differing.ShouldBeEmpty();
        arrived.Select(letter => letter.First()).ShouldBeUnique(StringComparer.Ordinal);
        system.Outgoing.Taken.Count.ShouldBeGreaterThan(expected.Count, "A kill after the mail was taken must repeat it, or nothing was tested.");
        expected.Where(letter => letter.EndsWith(Noted, StringComparison.Ordinal)).ShouldAllBe(letter => arrived[letter].Count() == 1);
    }

    [Fact]
    public async Task A_mail_makes_one_entry_whenever_the_server_is_killed_while_it_comes_in()
    {
        await using var system = await MailSystem.StartAsync(databases);
        var missing = new List<string>();
        await RepeatAsync(3, async round =>
        {
            var mails = NewMails();
            switch (round % 3)
            {
                case 0:
                    var obstacle = await system.ObstructAsync("mt_doc_receivedmail");
                    system.Incoming.Deliver(mails);
                    await system.UntilObstructedAsync();
                    await system.KillAsync(obstacle);
                    break;
                case var one:
                    system.Incoming.Moment = one == 1 ? Moment.Marking : Moment.Marked;
                    system.Incoming.Deliver(mails);
                    await Eventually.HoldsAsync(() => Task.FromResult(system.Incoming.Silent > 0));
                    await system.KillAsync();
                    break;
            }

            // What the kill has lost the second delivery would make good.
            await Eventually.HoldsAsync(() => Task.FromResult(system.Incoming.IsAllSeen));
            var known = await WrittenAsync(system);
            missing.AddRange(Enumerable.Range(1, _mails).Select(TextOf).Where(text => !known.ContainsKey(text)));
            system.Incoming.Deliver(mails.Select(mail => $"Received: from elsewhere\n{mail}"));
            await Eventually.HoldsAsync(() => Task.FromResult(system.Incoming.IsAllSeen));
        });

        var written = await WrittenAsync(system);
        var duplicated = written.Where(entry => entry.Value > 1).Select(entry => entry.Key).ToArray();
        FaultReport.Write([
            "mail in (P10)",
            $"  mails {_mails}, delivered {2 * _mails}, entries {written.Values.Sum()}; server killed {system.Kills}",
            $"  missing {missing.Count}, duplicated {duplicated.Length}",
        ]);
        missing.ShouldBeEmpty();
        duplicated.ShouldBeEmpty();
        written.Count.ShouldBe(_mails);
    }

    /// <summary>The texts of all messages, with how often each is there.</summary>
    private static async Task<Dictionary<string, int>> WrittenAsync(MailSystem system) =>
        (await FactReader.ReadAsync(system.ConnectionString)).Where(fact => fact.Kind == FactKind.Message).CountBy(fact => fact.Text!, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);

    /// <summary>So many rounds, or for as long as was asked for.</summary>
    private static async Task RepeatAsync(int rounds, Func<int, Task> act)
    {
        var started = Stopwatch.GetTimestamp();
        for (var round = 0; FaultRun.Minutes is { } minutes ? Stopwatch.GetElapsedTime(started) < minutes : round < rounds; round++)
        {
            await act(round);
        }
    }

    /// <summary>Mails come in, and the server is killed when an acknowledgement was accepted, and is not noted as sent.</summary>
    private async Task AcknowledgeAsync(MailSystem system)
    {
        system.Outgoing.Moment = Moment.Accepted;
        system.Incoming.Deliver(NewMails());
        await Eventually.HoldsAsync(() => Task.FromResult(system.Outgoing.Silent > 0));
        await system.KillAsync();
        await Eventually.HoldsAsync(() => Task.FromResult(system.Incoming.IsAllSeen));
        await system.UntilSentAsync();
    }

    /// <summary>All are answered, and the server is killed when that has left: before it is noted, or before the note of what is to be done is gone.</summary>
    private static async Task AnswerAsync(MailSystem system, Moment moment, bool isNoted, List<string> expected)
    {
        await using (var agent = await system.AgentAsync())
        {
            system.Outgoing.Moment = moment;
            for (var customer = 0; customer < MailSystem.Customers; customer++)
            {
                expected.Add($"answer-{expected.Count}-{(isNoted ? Noted : "killed")}");
                await agent.Reply((await agent.TakeNext()).Ticket.Id, expected[^1]);
            }

            await Eventually.HoldsAsync(() => Task.FromResult(system.Outgoing.Silent > 0));
            var obstacle = isNoted ? await system.ObstructAsync("istom_outbox") : null;
            await (isNoted ? system.UntilNotedAsync() : Task.CompletedTask);
            await system.KillAsync(obstacle);
        }

        await system.UntilSentAsync();
    }

    /// <summary>What tells our letters apart: an answer's first line; of an acknowledgement the ticket's number.</summary>
    private static string WordsOf(MailMessage mail) => mail.Headers.Has("Auto-Submitted") ? mail.Subject.Split(' ')[1] : mail.Text.Split('\n')[0].Trim();

    private static string TextOf(int mail) => $"mail-{mail}";

    private string[] NewMails() => [.. Enumerable.Range(0, MailSystem.Customers).Select(customer => $"""
        From: {MailSystem.AddressOf(customer)}
        To: support@desk.test
        Subject: {TextOf(++_mails)}
        Message-ID: <{_mails}@clinic.test>
        MIME-Version: 1.0
        Content-Type: text/plain; charset=utf-8

        {TextOf(_mails)}
        """)];
}
