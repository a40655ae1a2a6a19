using iStom.Chat.Domain.Conversations;
using iStom.Chat.Domain.Tickets;
using iStom.Chat.Faults.Tests.Histories;
using iStom.Chat.Server.Storage;
using Npgsql;

namespace iStom.Chat.Faults.Tests.Rig;

/// <summary>Reads the ground truth straight from the table, past the server.</summary>
internal static class FactReader
{
    public static async Task<IReadOnlyList<Fact>> ReadAsync(string connectionString)
    {
        await using var database = NpgsqlDataSource.Create(connectionString);
        await using var command = database.CreateCommand($"{EventRow.Select} order by stream_id, version");
        await using var reader = await command.ExecuteReaderAsync();
        var facts = new List<Fact>();
        while (await reader.ReadAsync())
        {
            facts.Add(FactOf(EventRow.Read(reader)));
        }

        return facts;
    }

    private static Fact FactOf(StoredEvent stored)
    {
        var fact = new Fact(stored.Stream, stored.Version, FactKind.Other, stored.Id) { IsOfTicket = stored.Data is ITicketEvent };
        return stored.Data switch
        {
            VisitorWrote e => fact with { Kind = FactKind.Message, Id = e.Message.Value, Text = e.Text },
            AgentReplied e => fact with { Kind = FactKind.Message, Id = e.Message.Value, Text = e.Text, By = e.Agent.Value },
            NoteWritten e => fact with { Kind = FactKind.Note, Id = e.Note.Value, Text = e.Text, By = e.Agent.Value },
            TicketTaken e => fact with { Kind = FactKind.Taken, By = e.Agent.Value },
            TicketTransferred e => fact with { Kind = FactKind.Transferred, By = e.To.Value },
            TicketReleased { Reason: ReleaseReason.AgentAway } e => fact with { Kind = FactKind.Returned, By = e.Agent.Value },
            TicketReleased e => fact with { Kind = FactKind.Released, By = e.Agent.Value },
            TicketOpened => fact with { Kind = FactKind.Opened },
            WaitStarted e => fact with { Kind = FactKind.WaitStarted, WaitingSince = e.Promise.Start },
            Reacted or WaitEndedWithoutAnswer or WaitWithdrawn => fact with { Kind = FactKind.WaitEnded },
            TicketResolved => fact with { Kind = FactKind.Resolved },
            TicketReopened => fact with { Kind = FactKind.Reopened },
            TicketClosed or TicketMerged => fact with { Kind = FactKind.Closed },
            _ => fact,
        };
    }
}
