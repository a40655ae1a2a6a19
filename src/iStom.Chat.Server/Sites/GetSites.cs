using iStom.Chat.Domain;
using iStom.Chat.Domain.Regulation;
using iStom.Chat.Domain.Sites;
using iStom.Chat.Server.Hosting;
using iStom.Chat.Server.Hosting.Commands;
using MediatR;
using Microsoft.Extensions.Options;

namespace iStom.Chat.Server.Sites;

/// <summary>All sites, by name.</summary>
[AllowStaff(AgentRole.Administrator)]
public sealed record GetSites(AgentCaller Caller) : AgentCommand<SiteList>(Caller);

/// <summary>chatOrigin: where the loader is.</summary>
public sealed record SiteList(string ChatOrigin, IReadOnlyList<SiteView> Items);

/// <summary>A site with its keys; version 0: as the configuration has it.</summary>
public sealed record SiteView(
    SiteId Id, long Version, string Key, string Name, IReadOnlyList<string> Origins, string? Colour, LocalizedName Title, LocalizedName Greeting,
    SitePosition Position, PrivacyNotice Notice, IReadOnlyList<SigningKey> Keys)
{
    internal static SiteView Of(Site site, long version) =>
        new(site.Id, version, site.Key, site.Name, site.Origins, site.Colour, site.Title, site.Greeting, site.Position, site.Notice, site.Keys);
}

internal sealed class GetSitesHandler(SiteBook sites, IOptions<ChatOptions> options) : IRequestHandler<GetSites, Decision<SiteList>>
{
    public Task<Decision<SiteList>> Handle(GetSites request, CancellationToken cancellationToken) =>
        Task.FromResult<Decision<SiteList>>(new SiteList(options.Value.ChatOrigin, [.. sites.All.Select(site => SiteView.Of(site.Value, site.Version))]));
}
