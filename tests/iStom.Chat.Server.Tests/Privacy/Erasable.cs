using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using iStom.Chat.Domain;
using iStom.Chat.Domain.Conversations;
using iStom.Chat.Domain.Tickets;
using iStom.Chat.Server.Hosting.Identity;
using iStom.Chat.Server.Storage;
using iStom.Chat.Server.Storage.Outbox;
using iStom.Chat.Server.Tests.Storage;
using iStom.Chat.TestSupport;

namespace iStom.Chat.Server.Tests.Privacy;

/// <summary>A visitor with a canary in every marked text of every type of event, and in the outbox.</summary>
internal sealed record Erasable(VisitorId Visitor, ConversationId Conversation, TicketId Ticket, string Canary)
{
    public static Erasable New(string canary) => new(new(Guid.NewGuid()), new(Guid.NewGuid()), new(Guid.NewGuid()), canary);

    public async Task StoreAsync(IStore store)
    {
        var session = store.OpenSession();
        session.Store(new Visitor { Id = Visitor, Conversation = Conversation, KeyHash = $"hash of {Canary}", Site = "cloud" }, StreamVersion.None, 1);
        session.Append(Conversation.Value, before: null, [.. EventSamples.OfConversation.Where(e => e is not ConversationErased).Select(Mine)]);
        session.Append(Ticket.Value, before: null, [.. EventSamples.OfTicket.Where(e => e is not TicketErased).Select(Mine)]);
        session.Enqueue(new(Guid.NewGuid(), "mail", new { Text = Canary }, RunningServer.MondayNoon, Ticket.Value));
        await session.CommitAsync(TestContext.Current.CancellationToken);
    }

    private T Mine<T>(T sample)
        where T : class
    {
        var json = JsonSerializer.SerializeToNode(sample, sample.GetType(), StoreJson.Options)!;
        foreach (var property in sample.GetType().GetProperties().Where(property => property.GetCustomAttribute<PersonalDataAttribute>() is { Of: DataSubject.Customer }))
        {
            var canary = $"{Canary} in {sample.GetType().Name}.{property.Name}";
            if (json[property.Name] is JsonArray { Count: > 0 } list)
            {
                list[0]!["Name"] = canary;
            }
            else
            {
                json[property.Name] = canary;
            }
        }

        var text = json.ToJsonString(StoreJson.Options);
        (Guid Sample, Guid Own)[] ids =
        [
            (EventSamples.Visitor.Value, Visitor.Value), (EventSamples.Conversation.Value, Conversation.Value), (EventSamples.Ticket.Value, Ticket.Value),
            (MessageOf(sample), Guid.NewGuid()),
        ];
        text = ids.Aggregate(text, (text, id) => text.Replace(id.Sample.ToString(), id.Own.ToString(), StringComparison.Ordinal));
        text = text.Replace("IS-2026-000123", $"IS-{Ticket.Value}", StringComparison.Ordinal);
        return (T)JsonSerializer.Deserialize(text, sample.GetType(), StoreJson.Options)!;
    }

    /// <summary>Ids of messages need not be anybody's own: the event's id is bound to its stream.</summary>
    private static Guid MessageOf(object sample) => sample is VisitorWrote wrote ? wrote.Message.Value : Guid.NewGuid();
}
