using iStom.Chat.Domain.Queue;
using iStom.Chat.Domain.Regulation;
using iStom.Chat.Domain.Tickets;
using iStom.Chat.Server.Hosting;
using iStom.Chat.Server.Search;
using MediatR;
using NodaTime;

namespace iStom.Chat.Server.Pages;

/// <summary>One field that finds everything.</summary>
internal static class SearchApi
{
    private static readonly string[] Refused =
        ["search-empty", "text-too-long", "text-malformed", "too-many-words", "bad-cursor", "dates-reversed", "unknown-filter", "limit-out-of-range", "search-too-slow"];

    public static void MapSearch(this IEndpointRouteBuilder desk) => desk.MapForStaff("/api", "Search")
        .MapGet("/search", (HttpContext http, IMediator mediator, [AsParameters] Asked asked) => http.AskAsync(mediator, caller =>
            new SearchAll(caller, new(asked.Text ?? ""), asked.Filter, asked.In, asked.Before, asked.Limit ?? SearchAll.Usual)))
        .Answers<SearchResults>("search", "Tickets, messages and notes, clinics and visitors by words, number, phone or address, with filters.", Refused);

    /// <summary>in: the one group that is asked for; before: its page before this one ended there.</summary>
    internal sealed record Asked(
        string? Text,
        RequestKind? Kind,
        SupportLevel? Level,
        Lane? Lane,
        Guid? Agent,
        TicketStatus? State,
        DateTimeOffset? Since,
        DateTimeOffset? Until,
        SearchGroup? In,
        string? Before,
        int? Limit)
    {
        public SearchFilter Filter => new(Kind, Level, Lane, Agent, State, InstantOf(Since), InstantOf(Until));

        private static Instant? InstantOf(DateTimeOffset? time) => time is { } given ? Instant.FromDateTimeOffset(given) : null;
    }
}
