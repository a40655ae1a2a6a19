using iStom.Chat.Domain;
using iStom.Chat.Domain.Clinics;
using iStom.Chat.Domain.Regulation;
using iStom.Chat.Server.Contract;
using NodaTime;

namespace iStom.Chat.Server.Clinics;

/// <summary>A clinic in a list. tariffUntil: the last day of its tariff; null: until further notice.</summary>
public sealed record ClinicLine(ClinicView Clinic, string? Number, LocalDate? TariffUntil);

/// <summary>next: the <c>before</c> of the next page; null on the last one.</summary>
public sealed record ClinicPage(IReadOnlyList<ClinicLine> Items, Guid? Next);

/// <summary>All of a clinic.</summary>
/// <param name="Version">To be shown with a change.</param>
/// <param name="Clinic">With the tariff that holds today.</param>
/// <param name="TariffId">The bought tariff; null: none, or terms of its own.</param>
/// <param name="OwnTerms">Terms from before tariffs were kept, which hold until a tariff is chosen.</param>
public sealed record ClinicCard(
    long Version,
    ClinicView Clinic,
    string? Number,
    TariffId? TariffId,
    Tariff? OwnTerms,
    LocalDate? TariffFrom,
    LocalDate? TariffUntil,
    IReadOnlyList<Contact> Contacts,
    string? Product,
    string? ProductVersion,
    string? TeamViewerId,
    string? Notes);

/// <summary>A tariff. version: to be shown with a change; 0 for one that is there from the beginning.</summary>
public sealed record TariffView(TariffId Id, long Version, string Name, SupportPlan Plan, IReadOnlyList<RequestKind> Serves, LocalizedName Offer);

/// <summary>Who writes for a clinic.</summary>
public sealed record ClinicVisitor(Guid Id, Guid ConversationId, string? Name, string? Email, string Site);

/// <summary>next: the <c>before</c> of the next page; null on the last one.</summary>
public sealed record ClinicVisitors(IReadOnlyList<ClinicVisitor> Items, Guid? Next);
