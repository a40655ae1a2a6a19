using iStom.Chat.Domain;
using iStom.Chat.Domain.Clinics;
using iStom.Chat.Domain.Tickets;
using iStom.Chat.Server.Contract;
using iStom.Chat.Server.Hosting.Commands;
using iStom.Chat.Server.Hosting.Identity;
using iStom.Chat.Server.Storage;
using MediatR;

namespace iStom.Chat.Server.Tickets;

/// <summary>Where the customer of a ticket can be called: what they asked for first, then their own numbers, then their clinic's.</summary>
[AllowStaff]
public sealed record GetTicketPhones(AgentCaller Caller, TicketId Ticket) : AgentCommand<IReadOnlyList<TicketPhone>>(Caller);

/// <summary>number: as it was given. tel: the link that calls it (RFC 3966); null: no number that can be called. name: whose it is; null: the visitor's.</summary>
public sealed record TicketPhone(string Number, string? Tel, string? Name);

internal sealed class GetTicketPhonesHandler(IStore store, PhoneBook phones) : IRequestHandler<GetTicketPhones, Decision<IReadOnlyList<TicketPhone>>>
{
    public async Task<Decision<IReadOnlyList<TicketPhone>>> Handle(GetTicketPhones request, CancellationToken cancellationToken)
    {
        var session = store.OpenSession();
        if (await session.LoadAsync<Ticket>(request.Ticket.Value, cancellationToken) is not { Value: var ticket })
        {
            return TicketRefusals.NotFound;
        }

        var visitor = (await session.LoadAsync<Visitor>(ticket.Visitor.Value, cancellationToken))?.Value;
        var clinic = ticket.Clinic is { } id ? (await session.LoadAsync<Clinic>(id.Value, cancellationToken))?.Value : null;
        var own = new[] { ticket.Callback?.Number, visitor?.GivenPhone, visitor?.Phone }.Where(number => number is not (null or PersonalDataAttribute.Erased)).Select(number => (Number: number!, Name: (string?)null));
        var theirs = clinic?.Contacts.SelectMany(contact => contact.Phones, (contact, number) => (Number: number, Name: (string?)(contact.Name.Length > 0 ? contact.Name : clinic.Name))) ?? [];
        TicketPhone[] all = [.. own.Concat(theirs).Select(known => new TicketPhone(known.Number, phones.Find(known.Number)?.Uri, known.Name)).DistinctBy(phone => phone.Tel ?? phone.Number, StringComparer.Ordinal)];
        return all;
    }
}
