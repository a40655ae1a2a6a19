using iStom.Chat.Domain.Queue;
using iStom.Chat.Domain.Regulation;
using iStom.Chat.Domain.Tickets;
using iStom.Chat.Server.Hosting;
using iStom.Chat.Server.Search;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace iStom.Chat.Server.Pages;

/// <summary>One field that finds everything.</summary>
internal static class SearchApi
{
    private static readonly string[] Refused =
        ["search-empty", "text-too-long", "text-malformed", "too-many-words", "bad-cursor", "dates-reversed", "unknown-filter", "limit-out-of-range", "search-too-slow"];

    /// <summary>in: the one group that is asked for; before: its page before this one ended there.</summary>
    public static void MapSearch(this IEndpointRouteBuilder desk) => desk.MapForStaff("/api", "Search")
        .MapGet("/search", (
            HttpContext http,
            IMediator mediator,
            string? text,
            RequestKind? kind,
            SupportLevel? level,
            Lane? lane,
            Guid? agent,
            TicketStatus? state,
            DateTimeOffset? since,
            DateTimeOffset? until,
            [FromQuery(Name = "in")] SearchGroup? group,
            string? before,
            int? limit) => http.AskAsync(mediator, caller => new SearchAll(
                caller, new(text ?? ""), new(kind, level, lane, agent, state, since.AsInstant(), until.AsInstant()), group, before, limit ?? SearchAll.Usual)))
        .Answers<SearchResults>("search", "Tickets, messages and notes, clinics and visitors by words, number, phone or address, with filters.", Refused);
}
