using iStom.Chat.Domain;
using iStom.Chat.Domain.Regulation;

namespace iStom.Chat.Server.Hubs;

/// <summary>The groups of connections, by what they may see and in which language.</summary>
public static class HubGroups
{
    public static readonly IReadOnlyList<Language> Languages = Enum.GetValues<Language>();

    /// <summary>The panels of one visitor.</summary>
    public static string Conversation(ConversationId id, Language language) => $"conversation:{id.Value:N}:{language}";

    /// <summary>All panels that are open.</summary>
    public const string Visitors = "visitors";

    /// <summary>The desks of supervisors and administrators.</summary>
    public const string Leads = "leads";

    /// <summary>The desks that have this ticket open.</summary>
    public static string Ticket(TicketId id, Language language) => $"ticket:{id.Value:N}:{language}";

    /// <summary>The desks of one agent.</summary>
    public static string Agent(AgentId id, Language language) => $"agent:{id.Value:N}:{language}";

    /// <summary>All desks.</summary>
    public static string Desks(Language language) => $"desks:{language}";
}
