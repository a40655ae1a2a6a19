using iStom.Chat.Domain.Conversations;
using iStom.Chat.Domain.Development;
using Shouldly;
using Xunit;

namespace iStom.Chat.Domain.Tests.Development;

public class DevelopmentRulesTests
{
    private static readonly DevelopmentItem Item = new(new(Guid.Empty), "Печать чека", "", DevelopmentSeverity.Normal, DevelopmentState.Planned, PlannedVersion: null, Link: null, ExternalKey: null);
    private static readonly ProgramRelease Release = new(new(Guid.Empty), "7.6", [Item.Id], new("Вышла", "It is out"), new("", ""));

    [Fact]
    public void An_item_is_kept_without_blanks_and_refused_with_what_is_no_item()
    {
        DevelopmentRules.Accept(Item with { Title = " Печать ", Description = "а\r\nб ", PlannedVersion = " ", Link = " https://tracker.example.org/ISTOM-42 ", ExternalKey = " ISTOM-42 " }).Value
            .ShouldBe(Item with { Title = "Печать", Description = "а\nб", Link = "https://tracker.example.org/ISTOM-42", ExternalKey = "ISTOM-42" });
        DevelopmentRules.Accept(Item with { Title = " " }).Refusal!.Code.ShouldBe("name-missing");
        DevelopmentRules.Accept(Item with { Title = new('а', 201) }).Refusal.ShouldBe(ConversationRefusals.TextTooLong);
        DevelopmentRules.Accept(Item with { ExternalKey = "a\nb" }).Refusal.ShouldBe(ConversationRefusals.TextMalformed);
        foreach (var link in new[] { "ISTOM-42", "javascript:alert(1)", "https://" + new string('a', 500) })
        {
            var refused = DevelopmentRules.Accept(Item with { Link = link });
            refused.Refusal.ShouldBe(DevelopmentRefusals.LinkMalformed with { Detail = refused.Refusal!.Detail });
        }
    }

    [Fact]
    public void Only_a_release_makes_an_item_released_and_nothing_changes_it_after()
    {
        var released = DevelopmentRules.Release(Item, "7.6").Value;
        (released.State, released.ReleasedIn, released.TakesTickets).ShouldBe((DevelopmentState.Released, "7.6", false));
        DevelopmentRules.Release(released, "7.7").Refusal.ShouldBe(DevelopmentRefusals.Released);
        DevelopmentRules.Release(Item with { State = DevelopmentState.Rejected }, "7.6").Refusal.ShouldBe(DevelopmentRefusals.Over);
        DevelopmentRules.RefusalToChange(released, Item).ShouldBe(DevelopmentRefusals.Released);
        DevelopmentRules.RefusalToChange(Item, released).ShouldBe(DevelopmentRefusals.ReleaseMissing);
        DevelopmentRules.RefusalToChange(Item, Item with { State = DevelopmentState.Done }).ShouldBeNull();
    }

    [Fact]
    public void A_release_has_a_version_items_and_words_in_both_languages()
    {
        DevelopmentRules.Accept(Release with { Version = " 7.6 ", Items = [Item.Id, Item.Id] }).Value.Items.Count.ShouldBe(1);
        DevelopmentRules.Accept(Release with { Version = "новая" }).Refusal.ShouldBe(DevelopmentRefusals.VersionMalformed);
        DevelopmentRules.Accept(Release with { Items = [] }).Refusal.ShouldBe(DevelopmentRefusals.ItemsOutOfRange);
        DevelopmentRules.Accept(Release with { Items = [.. Enumerable.Range(0, 101).Select(_ => new DevelopmentItemId(Guid.NewGuid()))] }).Refusal.ShouldBe(DevelopmentRefusals.ItemsOutOfRange);
        DevelopmentRules.Accept(Release with { Text = new("Вышла", " ") }).Refusal!.Code.ShouldBe("text-empty");
        DevelopmentRules.Accept(Release with { Update = new(new('а', 2001), "") }).Refusal!.Code.ShouldBe("text-too-long");
    }

    [Fact]
    public void Settings_name_addresses_that_may_be_called_and_states_that_a_tracker_may_set()
    {
        var hook = new DevelopmentHook(Guid.Empty, " https://example.org/hook ", Items: true, Releases: true, SecretHint: null);
        var link = new TrackerLink(Tracker.Jira, IsOn: true, [new(" Тест ", DevelopmentState.Done), new(" ", DevelopmentState.Done)], "a1b2");

        var kept = DevelopmentSettings.Accept(new([hook, hook], [link, link]), url => url == "https://example.org/hook").Value;

        kept.Hooks.ShouldBe([hook with { Url = "https://example.org/hook" }]);
        kept.Trackers.Single().States.ShouldBe([new("Тест", DevelopmentState.Done)]);
        (kept.Find(Tracker.Jira)!.StateOf("тест"), kept.Find(Tracker.Jira)!.StateOf("Done"), kept.Find(Tracker.GitHub)).ShouldBe((DevelopmentState.Done, null, null));
        DevelopmentSettings.Accept(new([hook], []), _ => false).Refusal!.Code.ShouldBe("webhook-not-allowed");
        DevelopmentSettings.Accept(new([.. Enumerable.Range(0, 11).Select(_ => hook)], []), _ => true).Refusal.ShouldBe(DevelopmentRefusals.TooMany);
        DevelopmentSettings.Accept(new([], [link with { States = [new("Out", DevelopmentState.Released)] }]), _ => true).Refusal.ShouldBe(DevelopmentRefusals.ReleaseMissing);
    }
}
