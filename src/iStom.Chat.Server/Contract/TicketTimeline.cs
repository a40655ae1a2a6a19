using System.Globalization;
using iStom.Chat.Domain;
using iStom.Chat.Domain.Tickets;
using iStom.Chat.Server.Storage;
using Npgsql;

namespace iStom.Chat.Server.Contract;

/// <summary>The ticket's own events for the desk's timeline: who, what, why. The desk puts them into words.</summary>
public sealed class TicketTimeline(NpgsqlDataSource database)
{
    private const string NamesSql = "select id, data ->> 'Name' from mt_doc_agent where id = any($1)";

    public async Task<IReadOnlyList<TicketEventView>> ToViewsAsync(IReadOnlyList<StoredEvent> events, CancellationToken cancellation)
    {
        Guid[] unnamed = [.. events.SelectMany(e => AgentsOf((ITicketEvent)e.Data)).Distinct()];
        var names = unnamed is [] ? [] : await NamesAsync(unnamed, cancellation);
        return [.. events.Select(stored => ToView(stored, names))];
    }

    private static TicketEventView ToView(StoredEvent stored, Dictionary<Guid, string> names)
    {
        var data = (ITicketEvent)stored.Data;
        var by = ActorOf(data);
        var view = new TicketEventView(
            stored.Version, stored.At, data.GetType().Name, by?.Kind, OwnNameIn(data) ?? (by?.Id is { } id ? names.GetValueOrDefault(id) : null));
        return data switch
        {
            TicketOpened e => view with { Detail = e.Kind.ToString(), Messages = e.About is { } about ? [.. about.Select(message => message.Value)] : null },
            WaitStarted e => view with { Due = e.Promise.Due },
            Reacted e => view with { Missed = !e.InTime },
            WaitEndedWithoutAnswer e => view with { Missed = !e.InTime },
            WaitWithdrawn e => view with { Missed = !e.InTime },
            PromiseChanged e => view with { Detail = e.Reason.ToString(), Due = e.Promise.Due, Missed = e.Missed },
            TicketReleased e => view with { Detail = e.Reason.ToString(), About = names.GetValueOrDefault(e.Agent.Value) },
            TicketTransferred e => view with { About = e.ToName },
            KindChanged e => view with { Detail = e.To.ToString(), Text = e.Reason },
            CriticalityClaimed e => view with { Detail = e.Kind.ToString() },
            CriticalityRejected e => view with { Text = e.Reason },
            NoteWritten e => view with { Text = e.Text, Attachments = AttachmentView.Of(e.Attachments) },
            CallLogged e => view with { Detail = e.Reached ? e.Direction.ToString() : $"{e.Direction}Missed", About = e.Number, Text = e.Learnt, Seconds = e.Seconds },
            CallbackRequested e => view with { ByKind = ActorKind.Visitor, Detail = e.Time.ToString(), About = e.Number },
            ArticlesShown e => view with { About = string.Join(" · ", e.Articles.Select(shown => shown.Title)) },
            ReplyMailed e => view with { Messages = [e.Message.Value] },
            MailUndelivered e => view with { Detail = e.IsForGood ? "ForGood" : "Delayed", About = e.Status, Text = e.Words, Messages = e.Message is { } message ? [message.Value] : null },
            ClinicProposed e => view with { About = e.ClinicName },
            MailHeldBack e => view with { Detail = e.Reason.ToString(), Messages = [e.Mail] },
            HeldMailOpened e => view with { Messages = [e.Mail] },
            HandedToDevelopment e => view with { Detail = e.Item is null ? null : "Item", About = e.Title },
            ReleaseTold e => view with { About = e.Version },
            RemoteSupportInvited e => view with { Text = e.Purpose },
            RemoteSupportConsented => view with { ByKind = ActorKind.Visitor },
            RemoteSupportDeclined => view with { ByKind = ActorKind.Visitor },
            RemoteSupportEnded e => view with { Detail = e.How.ToString(), Seconds = (int?)e.Seconds },
            Tagged e => view with { About = string.Join(", ", e.Tags) },
            TicketResolved e => view with { Detail = e.How.ToString() },
            ResolutionAnswered e => view with { ByKind = ActorKind.Visitor, Detail = e.Helped ? "Yes" : "No" },
            ResolutionRated e => view with { ByKind = ActorKind.Visitor, About = e.Stars.ToString(CultureInfo.InvariantCulture), Text = e.Comment },
            TicketSplit e => view with { About = e.IntoNumber },
            TicketMerged e => view with { About = e.IntoNumber },
            _ => view,
        };
    }

    private static Actor? ActorOf(ITicketEvent data) => data switch
    {
        TicketOpened { By: var by } => by,
        Reacted { Agent: var agent } => Actor.Of(agent),
        WaitEndedWithoutAnswer { Agent: var agent } => Actor.Of(agent),
        WaitWithdrawn { By: var by } => by,
        PromiseChanged { By: var by } => by,
        TicketTaken { Agent: var agent } => Actor.Of(agent),
        TicketReleased { By: var by } => by,
        TicketTransferred { By: var by } => by,
        KindChanged { By: var by } => by,
        CriticalityClaimed { By: var by } => by,
        CriticalityConfirmed { Agent: var agent } => Actor.Of(agent),
        CriticalityRejected { Agent: var agent } => Actor.Of(agent),
        HeldMailOpened { Agent: var agent } => Actor.Of(agent),
        ClinicConfirmed { Agent: var agent } => Actor.Of(agent),
        ClinicDeclined { Agent: var agent } => Actor.Of(agent),
        NoteWritten { Agent: var agent } => Actor.Of(agent),
        CallLogged { Agent: var agent } => Actor.Of(agent),
        CallbackDismissed { Agent: var agent } => Actor.Of(agent),
        RemoteSupportInvited { Agent: var agent } => Actor.Of(agent),
        RemoteSupportStarted { Agent: var agent } => Actor.Of(agent),
        RemoteSupportEnded { By: var by } => by,
        Tagged { By: var by } => by,
        HandedToDevelopment { By: var by } => by,
        TicketResolved { By: var by } => by,
        TicketReopened { By: var by } => by,
        TicketClosed { By: var by } => by,
        TicketSplit { By: var by } => by,
        TicketMerged { By: var by } => by,
        TicketErased { By: var by } => by,
        _ => null,
    };

    /// <summary>Some events keep their author's name as it was then.</summary>
    private static string? OwnNameIn(ITicketEvent data) => data switch
    {
        TicketTaken e => e.AgentName,
        NoteWritten e => e.AgentName,
        CallLogged e => e.AgentName,
        RemoteSupportInvited e => e.AgentName,
        _ => null,
    };

    private static IEnumerable<Guid> AgentsOf(ITicketEvent data)
    {
        if (OwnNameIn(data) is null && ActorOf(data) is { Kind: ActorKind.Agent, Id: { } by })
        {
            yield return by;
        }

        if (data is TicketReleased released)
        {
            yield return released.Agent.Value;
        }
    }

    private async Task<Dictionary<Guid, string>> NamesAsync(Guid[] agents, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(NamesSql);
        command.Parameters.Add(new NpgsqlParameter<Guid[]> { TypedValue = agents });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var names = new Dictionary<Guid, string>();
        while (await reader.ReadAsync(cancellation))
        {
            names[reader.GetGuid(0)] = reader.GetString(1);
        }

        return names;
    }
}
