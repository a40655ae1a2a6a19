namespace iStom.Chat.Domain.Regulation;

/// <summary>The terms of the bought program that matter to support (§2.1, §2.2 "according to the tariff").</summary>
/// <param name="Name">As the contract calls it.</param>
/// <param name="Plan">Decides the level (§2.3.1).</param>
/// <param name="Serves">The kinds that this tariff covers.</param>
public sealed record Tariff(string Name, SupportPlan Plan, IReadOnlyList<RequestKind> Serves)
{
    private static readonly RequestKind[] StandardKinds =
    [
        RequestKind.Question, RequestKind.FirstInstallation, RequestKind.WorkStopped,
        RequestKind.CriticalError, RequestKind.DevelopmentRequest,
    ];

    private static readonly RequestKind[] PaidKinds =
        [.. Enum.GetValues<RequestKind>().Where(kind => kind != RequestKind.OutOfScope)];

    /// <summary>For clinics on the standard plan, and for visitors of no known clinic.</summary>
    public static Tariff Standard { get; } = new("Standard", SupportPlan.Standard, StandardKinds);

    /// <summary>Everything but what no tariff covers (§2.1.2).</summary>
    public static Tariff Paid { get; } = new("Paid", SupportPlan.Paid, PaidKinds);

    /// <summary>The level of a request of this kind. On a paid plan it is always <see cref="SupportLevel.Paid"/>.</summary>
    public SupportLevel LevelOf(RequestKind kind) => (Plan, kind) switch
    {
        (SupportPlan.Paid, _) => SupportLevel.Paid,
        (_, RequestKind.FirstInstallation or RequestKind.WorkStopped or RequestKind.CriticalError) => SupportLevel.Urgent,
        _ => SupportLevel.Standard,
    };

    /// <summary>Whether the request is covered, offered for a fee, or not served by anyone here.</summary>
    public Scope ScopeOf(RequestKind kind)
    {
        if (kind == RequestKind.OutOfScope)
        {
            return Scope.NotServed;
        }

        if (Serves.Contains(kind))
        {
            return Scope.Served;
        }

        return Plan == SupportPlan.Standard ? Scope.OfferPaid : Scope.NotServed;
    }
}
