using iStom.Chat.Domain.Clinics;
using iStom.Chat.Domain.Regulation;
using iStom.Chat.Domain.Tickets;
using iStom.Chat.TestSupport;

namespace iStom.Chat.Server.Tests.Mailboxes;

/// <summary>An address that a clinic has proposes the clinic; a person decides.</summary>
public sealed class MailClinicTests(TestDatabase databases) : MailboxTest(databases)
{
    [Fact]
    public async Task A_mail_from_an_address_of_a_clinic_proposes_it_and_only_an_agents_word_gives_new_waits_its_tariff()
    {
        await Server.Store.AddClinicAsync(Clinic("Улыбка", "Anna@Clinic.test"));
        await Server.Store.AddClinicAsync(Clinic("Другая", "susanna@clinic.test"));
        var secret = await AddMailboxAsync();
        var ticket = (await HandOverAsync(secret, Mail("one", "Вопрос", "Как настроить отчёт?"))).GetProperty("ticket").GetGuid();

        var agent = Owned(await TestAgent.OnDutyAsync(Server));
        var opened = (await agent.Take(ticket)).Ticket;
        (opened.Clinic, opened.ClinicProposal?.Name, opened.ClinicProposal?.Confirmed, opened.Level).ShouldBe((null, "Улыбка", null, SupportLevel.Standard));

        var confirmed = await agent.ConfirmClinic(ticket);
        (confirmed.Clinic?.Name, confirmed.ClinicProposal?.Confirmed, confirmed.Promise!.Due).ShouldBe(("Улыбка", true, opened.Promise!.Due));
        (await agent.ConfirmClinic(ticket)).Version.ShouldBe(confirmed.Version);
        (await agent.DeclineClinic(ticket)).Clinic.ShouldBeNull();
        await agent.ConfirmClinic(ticket);

        await agent.Reply(ticket, "Откройте «Отчёты».");
        await HandOverAsync(secret, Mail("two", "Re: Вопрос", "А дальше?", more: "In-Reply-To: <one@clinic.test>"));
        var again = await agent.Open(ticket);
        (again.Ticket.Level, again.Ticket.Promise!.Due).ShouldBe((SupportLevel.Paid, Server.Clock.GetCurrentInstant() + NodaTime.Duration.FromMinutes(15)));
        again.Events.Select(told => told.Type).Where(type => type.StartsWith("Clinic", StringComparison.Ordinal))
            .ShouldBe([nameof(ClinicProposed), nameof(ClinicConfirmed), nameof(ClinicDeclined), nameof(ClinicConfirmed)]);
    }

    [Fact]
    public async Task An_address_of_two_clinics_or_of_none_proposes_nothing()
    {
        await Server.Store.AddClinicAsync(Clinic("Первая", "anna@clinic.test"));
        await Server.Store.AddClinicAsync(Clinic("Вторая", "anna@clinic.test"));
        var secret = await AddMailboxAsync();
        var agent = Owned(await TestAgent.SignedInAsync(Server, Domain.AgentRole.Agent));
        foreach (var from in new[] { "anna@clinic.test", "hanna@clinic.test" })
        {
            var ticket = (await HandOverAsync(secret, Mail(from, "Вопрос", "?", from))).GetProperty("ticket").GetGuid();
            (await agent.RefusalAsync(HttpMethod.Post, $"/api/tickets/{ticket}/confirm-clinic")).ShouldBe("clinic-not-proposed");
        }
    }

    private static Clinic Clinic(string name, string address) => new(new(Guid.CreateVersion7()), name, Tariff.Paid) { Contacts = [new("Кто-то", Role: null, [], address)] };
}
