using System.Text;

namespace iStom.Chat.Domain.Development;

/// <summary>Who is told of development, and which issue trackers tell of it. There is one of it.</summary>
public sealed record DevelopmentSettings(IReadOnlyList<DevelopmentHook> Hooks, IReadOnlyList<TrackerLink> Trackers) : IKept
{
    /// <summary>Most programs that are told.</summary>
    public const int MostHooks = 10;

    /// <summary>Most states of one tracker.</summary>
    public const int MostStates = 50;

    public static readonly Guid Only = new("64657665-6c6f-8000-8000-000000000000");

    public static DevelopmentSettings Default { get; } = new([], []);

    public Guid Id { get; init; } = Only;

    Guid IKept.Key => Only;

    string IKept.Title => "";

    /// <summary>As it is kept; <paramref name="isAddress"/> says what may be called.</summary>
    public static Decision<DevelopmentSettings> Accept(DevelopmentSettings wished, Func<string, bool> isAddress)
    {
        if (wished.Hooks.Count > MostHooks || wished.Trackers.Any(link => link.States.Count > MostStates))
        {
            return DevelopmentRefusals.TooMany;
        }

        var settings = new DevelopmentSettings(
            [.. wished.Hooks.DistinctBy(hook => hook.Id).Select(hook => hook with { Url = hook.Url.Trim() })],
            [.. wished.Trackers.DistinctBy(link => link.Tracker).Select(link => link with { States = [.. link.States.Select(state => state with { Name = state.Name.Trim().Normalize(NormalizationForm.FormC) }).Where(state => state.Name.Length > 0)] })]);
        return settings.Hooks.Any(hook => !isAddress(hook.Url)) ? new Refusal("webhook-not-allowed")
            : settings.Trackers.SelectMany(link => link.States).Any(state => state.State == DevelopmentState.Released) ? DevelopmentRefusals.ReleaseMissing
            : settings.Trackers.SelectMany(link => link.States).Select(state => DevelopmentRules.RefusalOfLine(state.Name)).FirstOrDefault(refusal => refusal is not null) is { } refusal ? refusal
            : settings;
    }

    /// <summary>Null: it is not listened to.</summary>
    public TrackerLink? Find(Tracker tracker) => Trackers.FirstOrDefault(link => link.Tracker == tracker && link is { IsOn: true, SecretHint: not null });
}
