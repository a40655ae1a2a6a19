using iStom.Chat.Domain;
using iStom.Chat.Domain.Sites;
using iStom.Chat.Server.Hosting;
using iStom.Chat.Server.Sites;
using MediatR;

namespace iStom.Chat.Server.Pages;

/// <summary>The sites that embed the panel, and the keys with which they vouch for their users.</summary>
internal static class SitesApi
{
    private static readonly string[] Form =
    [
        "site-name-missing", "origin-malformed", "too-many-origins", "colour-malformed", "colour-too-light", "unknown-position", "link-malformed", "notice-missing", "text-too-long", "text-malformed",
        "changed-meanwhile",
    ];

    public static void MapSites(this IEndpointRouteBuilder desk)
    {
        var sites = desk.MapForStaff("/api", "Sites");
        sites.MapGet("/sites", (HttpContext http, IMediator mediator) => http.AskAsync(mediator, caller => new GetSites(caller)))
            .Answers<SiteList>("getSites", "All sites with their keys, without secrets.");
        sites.MapPost("/sites", (HttpContext http, IMediator mediator, SiteBody body) =>
            http.AskAsync(mediator, caller => new ChangeSite(caller, body.Of(SiteBook.IdOf(body.Key ?? "")), Version: null)))
            .Answers<SiteView>("addSite", "A site is added.", [.. Form, "site-key-taken", "site-key-malformed"]);
        sites.MapPut("/sites/{id:guid}", (HttpContext http, IMediator mediator, Guid id, SiteBody body) =>
            http.AskAsync(mediator, caller => new ChangeSite(caller, body.Of(new(id)), body.Version ?? 0)))
            .Answers<SiteView>("changeSite", "A site becomes what is given, at once; its key stays.", [.. Form, "site-not-found"]);
        sites.MapPost("/sites/{id:guid}/keys", (HttpContext http, IMediator mediator, Guid id, KeyBody body) =>
            http.AskAsync(mediator, caller => new AddSigningKey(caller, new(id), body.Algorithm, body.PublicKey)))
            .Answers<AddedSigningKey>(
                "addSigningKey", "A key is added; a secret is shown this once.", "site-not-found", "too-many-keys", "unknown-algorithm", "public-key-malformed", "public-key-weak", "private-key-given");
        sites.MapPost("/sites/{id:guid}/keys/{key:guid}/retire", (HttpContext http, IMediator mediator, Guid id, Guid key) =>
            http.AskAsync(mediator, caller => new RetireSigningKey(caller, new(id), new(key))))
            .Answers<SiteView>("retireSigningKey", "A key is believed no more.", "site-not-found", "signing-key-not-found");
    }

    /// <summary>version: the one that was read. key: of a new site; one that is there keeps its own. What is left out is empty.</summary>
    internal sealed record SiteBody(
        long? Version,
        string? Key,
        string? Name,
        IReadOnlyList<string>? Origins,
        string? Colour,
        string? TitleRussian,
        string? TitleEnglish,
        string? GreetingRussian,
        string? GreetingEnglish,
        SitePosition Position,
        string? NoticeRussian,
        string? NoticeEnglish,
        string? NoticeLink,
        bool NeedsConsent)
    {
        public Site Of(SiteId id) => new(id, Key ?? "", Name ?? "", Origins ?? [])
        {
            Colour = Colour,
            Title = new(TitleRussian ?? "", TitleEnglish ?? ""),
            Greeting = new(GreetingRussian ?? "", GreetingEnglish ?? ""),
            Position = Position,
            Notice = new(new(NoticeRussian ?? "", NoticeEnglish ?? ""), NoticeLink, NeedsConsent),
        };
    }

    /// <summary>publicKey: as PEM, for RS256 and ES256.</summary>
    internal sealed record KeyBody(SigningAlgorithm Algorithm, string? PublicKey);
}
