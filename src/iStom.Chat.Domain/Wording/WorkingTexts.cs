namespace iStom.Chat.Domain.Wording;

/// <summary>What of the panel's, the desk's and our mails' words may be changed, and how. The panel's heading and its greeting are kept with each site.</summary>
public static class WorkingTexts
{
    private const int Line = 100;
    private const int Paragraph = 300;
    private const int Letter = 2000;

    /// <summary>All places, in the order in which a customer meets them; then those in which an agent does.</summary>
    public static IReadOnlyList<WordedPlace> All { get; } =
    [
        new("empty.title", Line),
        new("empty.rule", Paragraph),
        new("desk.closed", Line, "when"),
        new("desk.closedNow", Line),
        new("kind.paid", Paragraph),
        new("kind.notServed", Paragraph),
        new("notice.Opened", Paragraph, "number"),
        new("notice.CriticalityClaimed", Paragraph),
        new("notice.CriticalityConfirmed", Paragraph),
        new("notice.CriticalityRejected", Paragraph),
        new("promise.missed", Paragraph, "due"),
        new("status.AwaitingCustomer", Line),
        new("notice.Resolved", Paragraph, "number"),
        new("notice.Reopened", Paragraph, "number"),
        new("fatal.forbidden", Paragraph),
        new("mail.acknowledgement.subject", Line, "number"),
        new("mail.acknowledgement.text", Letter, "number", "deadline"),
        new("mail.invitation.text", Letter, "agent", "number", "link"),
        new("mail.reply.footer", Paragraph, "number"),
        new("mail.signature", Paragraph, "agent", "sender"),
        new("development.passed", Letter, "number"),
        new("development.released", Letter, "version", "number"),
        new("development.update", Letter, "version"),
        new("staff.queue.empty", Line),
        new("staff.mine.empty", Line),
        new("staff.empty.text", Paragraph),
        new("staff.reading", Line),
        new("staff.reply.placeholder", Line),
        new("staff.note.placeholder", Line),
        new("staff.claim.reason.hint", Paragraph),
        new("staff.resolve.hint", Line),
        new("staff.closed", Paragraph),
    ];

    /// <summary>
    /// The text as it is kept. Refuses <see cref="WordingRefusals.TextNotFound"/> for a place that there is not, and as a message is
    /// refused, with the property <c>Russian</c> or <c>English</c>; <see cref="WordingRefusals.PlaceholderMissing"/> where it does not say what it is for.
    /// </summary>
    public static Decision<WorkingText> Accept(WorkingText wished)
    {
        if (All.FirstOrDefault(place => place.Name == wished.Name) is not { } place)
        {
            return WordingRefusals.TextNotFound;
        }

        var (russian, english) = (Accept(wished.Text.Russian, "Russian", place), Accept(wished.Text.English, "English", place));
        return (russian.Refusal ?? english.Refusal) is { } refusal ? refusal : wished with { Text = new(russian.Value, english.Value) };
    }

    /// <summary>A text that is there says everything that is filled in at its place.</summary>
    private static Decision<string> Accept(string text, string property, WordedPlace place)
    {
        var accepted = Template.AcceptOptional(text, property, place.Longest, place.Placeholders);
        return accepted is { Refusal: null, Value.Length: > 0 } && place.Placeholders.FirstOrDefault(name => !accepted.Value.Contains($"{{{name}}}", StringComparison.Ordinal)) is { } missing
            ? Template.At(WordingRefusals.PlaceholderMissing, property, ("placeholder", missing))
            : accepted;
    }
}
