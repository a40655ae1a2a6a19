using NodaTime;

namespace iStom.Chat.Domain.Development;

/// <summary>§1.3: what cannot be solved with the existing functions, and all tickets that wait for it.</summary>
/// <param name="Id">Which one.</param>
/// <param name="Title">What staff call it.</param>
/// <param name="Description">For development; customers never see it.</param>
/// <param name="Severity">As staff judge.</param>
/// <param name="State">How far it is.</param>
/// <param name="PlannedVersion">As development says; customers are not told. Null: nobody has said.</param>
/// <param name="Link">Where development keeps it: an address of http or https.</param>
/// <param name="ExternalKey">Its name in an issue tracker, <c>ISTOM-42</c> or <c>istom/app#42</c>; no two items have the same, whatever the case.</param>
public sealed record DevelopmentItem(
    DevelopmentItemId Id, string Title, string Description, DevelopmentSeverity Severity, DevelopmentState State, string? PlannedVersion, string? Link, string? ExternalKey) : IKept
{
    /// <summary>The version of which its customers were told; null before.</summary>
    public string? ReleasedIn { get; init; }

    /// <summary>The instant of the issue tracker's last news that was heard, by its own clock: older ones change nothing.</summary>
    public Instant? HeardAt { get; init; }

    Guid IKept.Key => Id.Value;

    string IKept.Title => Title;

    /// <summary>Whether tickets can still be put on it.</summary>
    public bool TakesTickets => State is not (DevelopmentState.Released or DevelopmentState.Rejected);
}
