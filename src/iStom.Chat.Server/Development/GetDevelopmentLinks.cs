using iStom.Chat.Domain;
using iStom.Chat.Domain.Development;
using iStom.Chat.Server.Hosting;
using iStom.Chat.Server.Hosting.Commands;
using iStom.Chat.Server.Storage;
using iStom.Chat.Server.Storage.Changes;
using MediatR;
using Microsoft.Extensions.Options;

namespace iStom.Chat.Server.Development;

/// <summary>Which programs are told of development, which issue trackers tell of it, and what became of their news.</summary>
[AllowStaff(AgentRole.Administrator)]
public sealed record GetDevelopmentLinks(AgentCaller Caller) : AgentCommand<DevelopmentLinks>(Caller);

/// <summary>version: to be said with a change. inbound: where trackers send their news, without the tracker's name at its end. defaults: what a tracker's states mean where nothing else is said.</summary>
public sealed record DevelopmentLinks(DevelopmentSettings Settings, long Version, string Inbound, IReadOnlyList<TrackerLink> Defaults, IReadOnlyList<TrackerTally> Tallies);

internal sealed class GetDevelopmentLinksHandler(IStore store, LiveDocuments<DevelopmentSettings> kept, IOptions<ChatOptions> options) : IRequestHandler<GetDevelopmentLinks, Decision<DevelopmentLinks>>
{
    public async Task<Decision<DevelopmentLinks>> Handle(GetDevelopmentLinks request, CancellationToken cancellationToken)
    {
        var (session, tallies) = (store.OpenSession(), new List<TrackerTally>());
        foreach (var tracker in Enum.GetValues<Tracker>())
        {
            if (await session.LoadAsync<TrackerTally>(TrackerTally.IdOf(tracker), cancellationToken) is { Value: var tally })
            {
                tallies.Add(tally);
            }
        }

        var settings = kept.Find(DevelopmentSettings.Only) ?? new(DevelopmentSettings.Default, StreamVersion.None);
        var defaults = Enum.GetValues<Tracker>().Select(tracker => new TrackerLink(tracker, IsOn: false, TrackerLink.DefaultStates(tracker), SecretHint: null));
        return new DevelopmentLinks(settings.Value, settings.Version, $"{options.Value.DeskOrigin}/api/development/inbound/", [.. defaults], tallies);
    }
}
