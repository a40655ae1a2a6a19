using System.Text;
using iStom.Chat.Domain;
using iStom.Chat.Server.Clinics;
using iStom.Chat.Server.Hosting.Commands;
using iStom.Chat.Server.Mailboxes;

namespace iStom.Chat.Server.Tests.Storage;

/// <summary>What staff make of mails.</summary>
internal sealed partial class RandomRun
{
    /// <summary>Of a ticket whose mail came from a clinic's address, which no other clinic has.</summary>
    private async Task<bool> AnswerProposalAsync(Func<TicketId, AgentCommand<TicketId>> answer)
    {
        var name = $"{Guid.NewGuid():N}";
        await GiveAsync(new ChangeClinic(Agent(), new(new(Guid.NewGuid()), name) { Contacts = [new(name, Role: null, [], $"{name}@example.org")] }, 0));
        var received = await SendAsync(MailFrom($"{name}@example.org"));
        return received is { Refusal: null, Value.Ticket: { } ticket } && await GiveAsync(answer(ticket));
    }

    private async Task<bool> OpenHeldBackAsync()
    {
        var held = await SendAsync(MailFrom($"{_random.Next(3)}@example.org", "Auto-Submitted: auto-replied\r\n"));
        return held.Refusal is null && await GiveAsync(new OpenHeldBack(Agent(), held.Value.Id));
    }

    private ReceiveMail MailFrom(string address, string more = "") => new(
        new(new(Guid.NewGuid())), Encoding.UTF8.GetBytes($"From: {address}\r\nMessage-ID: <{Guid.NewGuid()}@example.org>\r\nSubject: Mail\r\n{more}\r\nText"), server.Clock.GetCurrentInstant());
}
