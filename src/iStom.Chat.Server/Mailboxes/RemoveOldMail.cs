using iStom.Chat.Domain;
using iStom.Chat.Server.Contract;
using iStom.Chat.Server.Hosting;
using iStom.Chat.Server.Hosting.Commands;
using iStom.Chat.Server.Storage;
using MediatR;
using NodaTime;
using Npgsql;

namespace iStom.Chat.Server.Mailboxes;

/// <summary>Removes a batch of mails that were held back long ago, with their originals; how many.</summary>
[AllowDesk]
public sealed record RemoveOldMail : IPeriodicCommand, IRequest<Decision<int>>;

internal sealed class RemoveOldMailHandler(IStore store, KeptFiles files, NpgsqlDataSource database, MailSettingsBook settings, IClock clock) : IRequestHandler<RemoveOldMail, Decision<int>>
{
    private const string OldSql = "select data, mt_version from mt_doc_receivedmail where held_back_at < $1 order by held_back_at limit 200";

    public async Task<Decision<int>> Handle(RemoveOldMail request, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var session = store.OpenSession();
        var old = await database.ReadDocumentsAsync<ReceivedMail>(OldSql, [Sql.Utc(now - Duration.FromDays(settings.Settings.HeldBackDays))], cancellationToken);
        foreach (var (mail, version) in old.Select(found => (found.Value, found.Version)))
        {
            session.Delete<ReceivedMail>(mail.Id, version);
        }

        await files.RemoveOfAsync(session, old.Select(mail => mail.Value.Id), [], now, cancellationToken);
        await session.CommitAsync(cancellationToken);
        return old.Count;
    }
}
