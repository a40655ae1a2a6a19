using iStom.Chat.Domain;
using iStom.Chat.Server.Contract;
using iStom.Chat.Server.Hosting.Commands;
using iStom.Chat.Server.Storage;
using MediatR;
using NodaTime;
using Npgsql;

namespace iStom.Chat.Server.Calls;

/// <summary>Removes a batch of records of calls that are older than the settings want; how many. What was logged on tickets stays.</summary>
[AllowDesk]
public sealed record RemoveOldCalls : IPeriodicCommand, IRequest<Decision<int>>;

internal sealed class RemoveOldCallsHandler(IStore store, PhoneBook phones, NpgsqlDataSource database, IClock clock) : IRequestHandler<RemoveOldCalls, Decision<int>>
{
    private const string OldSql = "select data, mt_version from mt_doc_phonecall where at < $1 order by at limit 500";

    public async Task<Decision<int>> Handle(RemoveOldCalls request, CancellationToken cancellationToken)
    {
        var before = clock.GetCurrentInstant() - Duration.FromDays(phones.Settings.Value.KeepDays);
        var old = await database.ReadDocumentsAsync<PhoneCall>(OldSql, [Sql.Utc(before)], cancellationToken);
        if (old.Count > 0)
        {
            var session = store.OpenSession();
            foreach (var call in old)
            {
                session.Delete<PhoneCall>(call.Value.Id, call.Version);
            }

            await session.CommitAsync(cancellationToken);
        }

        return old.Count;
    }
}
