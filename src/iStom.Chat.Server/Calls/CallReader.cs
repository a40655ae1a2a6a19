using iStom.Chat.Domain.Clinics;
using iStom.Chat.Domain.Phone;
using iStom.Chat.Server.Contract;
using iStom.Chat.Server.Storage;
using NodaTime;
using Npgsql;

namespace iStom.Chat.Server.Calls;

/// <summary>The calls that are on the desks: those that nobody has logged, until some time after their end.</summary>
public sealed class CallReader(NpgsqlDataSource database, PhoneBook phones, TicketReader tickets, TicketMapper mapper, IClock clock)
{
    /// <summary>How long a call that has ended can still be logged from its card.</summary>
    public static readonly Duration Shown = Duration.FromMinutes(15);

    /// <summary>An exchange that never says that a call has ended is not believed for longer.</summary>
    public static readonly Duration LongestShown = Duration.FromHours(2);

    private const int Most = 20;

    private const int MostTickets = 5;

    private const string OpenSql = "select data, mt_version from mt_doc_phonecall where open_at > $1 order by open_at desc, id limit $2";

    private const string ClinicsSql = "select data, mt_version from mt_doc_clinic where id = any($1) order by name, id";

    /// <summary>Newest first.</summary>
    public async Task<IReadOnlyList<CallView>> ReadAsync(CancellationToken cancellation)
    {
        var now = clock.GetCurrentInstant();
        var calls = await database.ReadDocumentsAsync<PhoneCall>(OpenSql, [Sql.Utc(now - LongestShown), Sql.Of(Most)], cancellation);
        var views = new List<CallView>();
        foreach (var call in calls.Select(found => found.Value).Where(call => call.State != CallState.Ended || now - call.ToldAt < Shown))
        {
            views.Add(await ViewOfAsync(call, now, cancellation));
        }

        return views;
    }

    /// <summary>Who asks to be called back, where no list but this one tells.</summary>
    public async Task<IReadOnlyList<CallTicket>> CallbacksAsync(CancellationToken cancellation) => [.. (await tickets.ToBeCalledAsync(Most, cancellation)).Select(ViewOf)];

    private static CallTicket ViewOf(TicketRow row) => new(row.Ticket.Id.Value, row.Ticket.Number, row.Ticket.Subject, row.Ticket.Status, row.Ticket.AssigneeName);

    private async Task<CallView> ViewOfAsync(PhoneCall call, Instant now, CancellationToken cancellation)
    {
        var clinics = call.Clinics is [] ? [] : await database.ReadDocumentsAsync<Clinic>(ClinicsSql, [Sql.Of(call.Clinics.Select(clinic => clinic.Value).ToArray())], cancellation);
        var open = call is { Clinics: [], Visitors: [] } ? [] : await tickets.OpenOfAsync(call.Clinics, call.Visitors, MostTickets, cancellation);
        var number = phones.Find(call.From);
        return new(
            call.Id, number?.ToString() ?? call.From, number?.Uri, call.State, call is { State: CallState.Ended, WasAnswered: false }, call.At, call.Seconds, call.Name,
            [.. clinics.Select(clinic => mapper.ToView(clinic.Value, now))],
            [.. open.Select(ViewOf)]);
    }
}
