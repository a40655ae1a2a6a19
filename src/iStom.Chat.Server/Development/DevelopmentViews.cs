using iStom.Chat.Domain;
using iStom.Chat.Domain.Development;
using iStom.Chat.Domain.Regulation;
using iStom.Chat.Server.Contract;

namespace iStom.Chat.Server.Development;

/// <summary>An item on the board. version: to be shown with a change. tickets, clinics: those that wait for it, which is what is neither resolved nor closed.</summary>
public sealed record DevelopmentItemView(
    DevelopmentItemId Id, long Version, string Title, string Description, DevelopmentSeverity Severity, DevelopmentState State, string? PlannedVersion, string? Link, string? ExternalKey, string? ReleasedIn,
    int Tickets, int Clinics)
{
    internal static DevelopmentItemView Of(DevelopmentItem item, long version, int tickets, int clinics) => new(
        item.Id, version, item.Title, item.Description, item.Severity, item.State, item.PlannedVersion, item.Link, item.ExternalKey, item.ReleasedIn, tickets, clinics);
}

/// <summary>more: there are others besides; search for them. texts: what a new version would say.</summary>
public sealed record DevelopmentBoard(IReadOnlyList<DevelopmentItemView> Items, bool More, ReleaseTexts Texts);

/// <summary>text: to everybody, with {number} and {version} to be filled in; update: to whoever has an older version besides.</summary>
public sealed record ReleaseTexts(LocalizedName Text, LocalizedName Update);

/// <summary>An item with its tickets, newest first. told: how many of their customers were told of the version that brought it.</summary>
public sealed record DevelopmentItemCard(DevelopmentItemView Item, IReadOnlyList<AgentTicket> Tickets, Guid? Next, int Told);

/// <summary>tickets: of how many the customers are being told.</summary>
public sealed record ReleasedVersion(ReleaseId Id, string Version, int Tickets);
