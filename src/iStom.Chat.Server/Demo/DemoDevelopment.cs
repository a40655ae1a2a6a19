using iStom.Chat.Domain;
using iStom.Chat.Domain.Development;
using iStom.Chat.Domain.Regulation;
using iStom.Chat.Server.Clinics;
using iStom.Chat.Server.Development;
using iStom.Chat.Server.Hosting.Commands;
using iStom.Chat.Server.Hosting.Identity;
using iStom.Chat.Server.Storage;
using iStom.Chat.Server.Tickets;
using MediatR;
using static iStom.Chat.Server.Demo.DemoDeeds;

namespace iStom.Chat.Server.Demo;

/// <summary>A board with an item in each state, one of which clinics wait for; also for a demo that an earlier version has made.</summary>
internal sealed class DemoDevelopment(IServiceProvider services, Agent administrator, Agent agent)
{
    private static readonly DevelopmentItem[] Items =
    [
        New(1, "Чек печатается пустым после обновления кассы", "Касса отвечает, строки приходят без текста. Повторяется на двух моделях.", DevelopmentSeverity.Critical, DevelopmentState.InWork, "7.6", "ISTOM-101"),
        New(2, "Выгрузка снимков сразу по всем пациентам", "Сейчас по одному. Просят клиники с архивом за несколько лет.", DevelopmentSeverity.Normal, DevelopmentState.Planned, "7.7", "ISTOM-102"),
        New(3, "Напоминания пациентам на двух языках", "", DevelopmentSeverity.Low, DevelopmentState.Done, "7.6", "ISTOM-97"),
        New(4, "Тёмная тема в расписании", "Не в этом году.", DevelopmentSeverity.Low, DevelopmentState.Rejected, planned: null, "ISTOM-80"),
        New(5, "Поиск пациента по номеру договора", "", DevelopmentSeverity.High, DevelopmentState.Done, "7.5", "ISTOM-88"),
    ];

    /// <summary>Once: what is there is left as people have made it.</summary>
    public async Task AddAsync()
    {
        var session = services.GetRequiredService<IStore>().OpenSession();
        if (await session.LoadAsync<DevelopmentItem>(Items[0].Id.Value, CancellationToken.None) is not null)
        {
            return;
        }

        var (mediator, lead, by) = (services.GetRequiredService<IMediator>(), CallerOf(administrator), CallerOf(agent));
        foreach (var item in Items)
        {
            Done(await mediator.Send(new ChangeDevelopmentItem(lead, item, Version: null)));
        }

        foreach (var clinic in await services.GetRequiredService<ClinicReader>().ByNumberAsync(DemoClinics.All().Select(clinic => clinic.Number).OfType<string>(), CancellationToken.None))
        {
            // At night nobody but whoever has Paid duty takes a ticket; then nobody waits yet.
            var opened = await mediator.Send(new OpenForCustomer(
                by, new(Guid.CreateVersion7()), new(clinic.Value.Id, Visitor: null, "Старший администратор", Phone: null), RequestKind.DevelopmentRequest, "После обновления кассы чек печатается пустым.", Take: true));
            if (opened.Refusal is null)
            {
                Done(await mediator.Send(new HandToDevelopment(by, opened.Value, Items[0].Id, New: null)));
            }
        }

        Done(await mediator.Send(new ReleaseVersion(lead, new(new(Guid.CreateVersion7()), "7.5", [Items[^1].Id], new("Вышла версия {version}.", "Version {version} is out."), new("", "")))));
    }

    private static AgentCaller CallerOf(Agent agent) => new(agent.Id, agent.Name, agent.Roles, agent.PaidSupport, Language.Russian);

    private static DevelopmentItem New(int number, string title, string description, DevelopmentSeverity severity, DevelopmentState state, string? planned, string key) =>
        new(new(new($"0199d000-0000-7000-8000-{number:D12}")), title, description, severity, state, planned, $"https://tracker.example.org/issue/{key}", key);
}
