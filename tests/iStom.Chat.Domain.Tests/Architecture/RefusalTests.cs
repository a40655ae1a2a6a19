using System.Reflection;
using System.Text.RegularExpressions;
using Shouldly;
using Xunit;

namespace iStom.Chat.Domain.Tests.Architecture;

/// <summary>Codes are part of the public protocol: each is well-formed, there once, and asserted by a spec.</summary>
public partial class RefusalTests
{
    /// <summary>Found out while loading, by the server: its tests assert these.</summary>
    private static readonly string[] OfTheServer =
        ["TicketRefusals.NotFound", "ManualRefusals.NotFound", "ConversationRefusals.ConsentMissing", "WordingRefusals.NotFound", "WordingRefusals.ShortcutTaken", "SiteRefusals.NotFound", "SiteRefusals.KeyTaken", "TicketRefusals.QueueEmpty", "TicketRefusals.TooManyChats", "ClinicRefusals.NotFound", "ClinicRefusals.NumberTaken", "ClinicRefusals.UnknownTariff",
            "MailboxRefusals.NotFound", "MailboxRefusals.AddressTaken", "MailboxRefusals.SecretMissing", "MailboxRefusals.NotSigned", "MailboxRefusals.ServerMalformed", "MailboxRefusals.NotEncrypted",
            "DevelopmentRefusals.NotFound", "DevelopmentRefusals.KeyTaken", "DevelopmentRefusals.NotSigned", "DevelopmentRefusals.NewsMalformed",
            "PhoneRefusals.NotSigned", "PhoneRefusals.Paused", "PhoneRefusals.CallNotFound", "TeamViewerRefusals.NotSetUp"];

    private static readonly IReadOnlyDictionary<string, Refusal> Declared = typeof(Refusal).Assembly.GetTypes()
        .Where(type => type.Name.EndsWith("Refusals", StringComparison.Ordinal))
        .SelectMany(type => type.GetFields(BindingFlags.Public | BindingFlags.Static))
        .ToDictionary(field => $"{field.DeclaringType!.Name}.{field.Name}", field => (Refusal)field.GetValue(obj: null)!, StringComparer.Ordinal);

    [Fact]
    public void Codes_are_kebab_case()
    {
        Declared.Values.Select(refusal => refusal.Code).ShouldAllBe(code => Kebab().IsMatch(code));
        Kebab().IsMatch("Not-kebab").ShouldBeFalse();
        Kebab().IsMatch("not_kebab").ShouldBeFalse();
        Kebab().IsMatch("not-kebab-").ShouldBeFalse();
    }

    [Fact]
    public void Codes_are_unique() => Declared.Values.Select(refusal => refusal.Code).ShouldBeUnique(StringComparer.Ordinal);

    [Fact]
    public void Every_refusal_is_asserted_by_a_spec() =>
        Unasserted(string.Concat(Checkout.Sources("tests/iStom.Chat.Domain.Tests").Select(file => file.Code))).ShouldBe(OfTheServer, ignoreOrder: true);

    [Fact]
    public void A_refusal_that_no_spec_asserts_is_found() =>
        Unasserted("x.ThenRefused(TicketRefusals.NotLive); y.Refusal.ShouldBe(ConversationRefusals.TextEmpty); z = TicketRefusals.NotYours;")
            .ShouldBe(Declared.Keys.Except(["TicketRefusals.NotLive", "ConversationRefusals.TextEmpty"], StringComparer.Ordinal), ignoreOrder: true);

    private static IEnumerable<string> Unasserted(string specs) =>
        Declared.Keys.Except(Asserted().Matches(specs).Select(match => match.Groups["name"].Value), StringComparer.Ordinal);

    [GeneratedRegex("^[a-z]+(-[a-z]+)*$", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Kebab();

    [GeneratedRegex(@"(ThenRefused|Refusal\.ShouldBe)\(\s*(?<name>\w+Refusals\.\w+)", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Asserted();
}
