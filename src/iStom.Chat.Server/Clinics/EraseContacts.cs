using iStom.Chat.Domain;
using iStom.Chat.Domain.Clinics;
using iStom.Chat.Server.Contract;
using iStom.Chat.Server.Hosting.Commands;
using iStom.Chat.Server.Hosting.Identity;
using iStom.Chat.Server.Storage;
using iStom.Chat.Server.Storage.Changes;
using MediatR;
using NodaTime;
using Npgsql;

namespace iStom.Chat.Server.Clinics;

/// <summary>
/// An administrator erases the people of a clinic, for good: its contacts and notes, from the card and from the history of
/// its changes, and the records of their calls. Whoever is to stay is entered again. Refuses <c>clinic-not-found</c>; said again it succeeds.
/// </summary>
[AllowStaff(AgentRole.Administrator)]
public sealed record EraseContacts(AgentCaller Caller, ClinicId Clinic) : AgentCommand<ClinicId>(Caller);

internal sealed class EraseContactsHandler(IStore store, NpgsqlDataSource database, IClock clock) : IRequestHandler<EraseContacts, Decision<ClinicId>>
{
    private const string CallsSql = "select data, mt_version from mt_doc_phonecall where data -> 'Clinics' ? $1";

    public async Task<Decision<ClinicId>> Handle(EraseContacts request, CancellationToken cancellationToken)
    {
        var session = store.OpenSession();
        if (await session.LoadAsync<Clinic>(request.Clinic.Value, cancellationToken) is not { } clinic)
        {
            return ClinicRefusals.NotFound;
        }

        var masked = PersonalData.Mask(clinic.Value) with { Notes = null };
        session.Change(new ClinicChanged(masked, masked, request.Caller.Made(clock.GetCurrentInstant())), clinic.Version);
        foreach (var call in await database.ReadDocumentsAsync<PhoneCall>(CallsSql, [Sql.Of(request.Clinic.Value.ToString())], cancellationToken))
        {
            session.Delete<PhoneCall>(call.Value.Id, call.Version);
        }

        session.Erase([request.Clinic.Value]);
        await session.CommitAsync(cancellationToken);
        return request.Clinic;
    }
}
