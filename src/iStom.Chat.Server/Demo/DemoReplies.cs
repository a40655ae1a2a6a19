using iStom.Chat.Domain;
using iStom.Chat.Domain.Wording;
using iStom.Chat.Server.Storage;
using iStom.Chat.Server.Storage.Changes;
using NodaTime;

namespace iStom.Chat.Server.Demo;

/// <summary>What support writes every day.</summary>
internal static class DemoReplies
{
    private static readonly (string Title, string Shortcut, string Russian, string English)[] All =
    [
        ("Приветствие", "привет", "Здравствуйте, {visitor}! Меня зовут {agent}, я займусь вашей заявкой {ticket}.", "Hello {visitor}, I am {agent} and will look after your ticket {ticket}."),
        ("Нужно время", "срок", "Проверяем и ответим до {deadline}. Если что-то изменится раньше, напишите сюда.", "We are looking into it and will answer by {deadline}. If anything changes before that, please write here."),
        ("Снимок экрана", "снимок", "Пришлите, пожалуйста, снимок экрана с ошибкой: Win + Shift + S, затем Ctrl + V в это окно.", "Could you send us a screenshot of the error? Press Win + Shift + S, then Ctrl + V in this window."),
        ("Версия программы", "версия", "Какая у вас версия программы? Она видна в меню «Справка», «О программе».", "Which version do you have? You will find it under Help, About."),
        ("Удалённое подключение", "удалённо", "Сейчас пришлём карточку: в ней видно, кто и зачем подключается. Номер и пароль TeamViewer в сообщение не пишите, только в карточку. Карты пациентов на это время, пожалуйста, закройте.", "We will send a card that says who connects and what for. Do not write the ID and password of TeamViewer into a message, only into the card. Please close patients' records meanwhile."),
        ("Не печатается чек", "чек", "Проверьте, пожалуйста, по порядку:\n1. Касса включена, бумага есть.\n2. Кабель вставлен с обеих сторон.\n3. Смена открыта меньше 24 часов назад.", "Please check in this order:\n1. The cash register is on and has paper.\n2. The cable is plugged in at both ends.\n3. The shift was opened less than 24 hours ago."),
        ("Решено?", "решено", "Получилось? Если да, мы закроем заявку {ticket}; если вопрос вернётся, просто напишите сюда.", "Did it help? If so, we will close ticket {ticket}; should the question come back, just write here."),
    ];

    public static void Add(IStoreSession session, Instant now)
    {
        foreach (var (title, shortcut, russian, english) in All)
        {
            var reply = new CannedReply(new(Guid.CreateVersion7()), Owner: null, title, shortcut, new(russian, english));
            session.Change(new CannedReplyChanged(Before: null, reply, Authorship.OfDesk(now)), StreamVersion.None);
        }
    }
}
