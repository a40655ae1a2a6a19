using iStom.Chat.Domain.Clinics;
using iStom.Chat.Domain.Regulation;
using iStom.Chat.Server.Conversations;
using iStom.Chat.Server.Hosting.Commands;
using iStom.Chat.Server.Hosting.Identity;
using iStom.Chat.Server.Storage;
using MediatR;

namespace iStom.Chat.Server.Demo;

/// <summary>Waiting tickets of each lane, sent through the same command as any visitor's message.</summary>
internal static class DemoTickets
{
    /// <summary>Of somebody who asks of something else besides.</summary>
    public const string SecondMatter = "И ещё: отчёт по кассе за октябрь не сходится с банком, посмотрите, пожалуйста.";

    /// <summary>Of somebody who has been helped at their screen once already.</summary>
    public const string AtTheirScreen = "Помогите, пожалуйста, подключить модуль складского учёта.";

    /// <summary>Of somebody who is to be blocked.</summary>
    public const string Spam = "Продвижение сайтов и раскрутка в сети, недорого! Пишите нам сегодня.";

    private static readonly (string Site, int? Clinic, RequestKind Kind, string[] Texts)[] Examples =
    [
        ("i-stom", null, RequestKind.Question, ["Здравствуйте! Как добавить второе кресло в расписание?"]),
        ("support", 0, RequestKind.Question, ["Не нахожу, где поменять шаблон договора с пациентом.", SecondMatter]),
        ("cloud", 1, RequestKind.ModuleSetup, [AtTheirScreen]),
        ("cloud", 0, RequestKind.WorkStopped, ["Программа не открывается ни на одном компьютере, приём стоит."]),
        ("i-stom", null, RequestKind.Question, [Spam]),
    ];

    /// <summary>Adds the visitors who write.</summary>
    public static IReadOnlyList<PostMessage> Add(IStoreSession session, IReadOnlyList<Clinic> clinics)
    {
        var messages = new List<PostMessage>();
        foreach (var (site, clinic, kind, texts) in Examples)
        {
            var visitor = new Visitor
            {
                Id = new(Guid.NewGuid()),
                Conversation = new(Guid.NewGuid()),
                KeyHash = VisitorKey.Hash(VisitorKey.Create()),
                Site = site,
                Clinic = clinic is { } index ? clinics[index].Id : null,
            };
            session.Store(visitor, StreamVersion.None, 1);
            messages.AddRange(texts.Select(text =>
                new PostMessage(new(visitor.Id, visitor.Conversation, Language.Russian), new(Guid.CreateVersion7()), text, kind, ReplyTo: null)));
        }

        return messages;
    }

    public static async Task PostAsync(IServiceProvider services, IReadOnlyList<PostMessage> messages)
    {
        var mediator = services.GetRequiredService<IMediator>();
        foreach (var message in messages)
        {
            var posted = await mediator.Send(message);
            if (posted.Refusal is { } refusal)
            {
                throw new InvalidOperationException($"A demo message was refused: {refusal.Code}");
            }
        }
    }
}
