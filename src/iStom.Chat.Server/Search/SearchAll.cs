using System.Text;
using FluentValidation;
using iStom.Chat.Domain;
using iStom.Chat.Server.Hosting.Commands;
using MediatR;

namespace iStom.Chat.Server.Search;

/// <summary>
/// Looks for a phrase among tickets, messages and notes, clinics and visitors, or without one for the tickets that pass the filter.
/// Whoever may see the desk may see all of it. Refuses <c>search-too-slow</c>.
/// </summary>
/// <param name="Group">The one group that is asked for; null: the beginning of each.</param>
/// <param name="Before">Where the group's page before this one ended; null for the first page.</param>
/// <param name="Limit">1 to <see cref="MostPerPage"/>; without a group that of messages, and of the others a few.</param>
[AllowStaff]
public sealed record SearchAll(AgentCaller Caller, SearchPhrase Phrase, SearchFilter Filter, SearchGroup? Group, string? Before, int Limit)
    : AgentCommand<SearchResults>(Caller)
{
    public const int MostPerPage = 50;

    /// <summary>Where no limit is given.</summary>
    public const int Usual = 20;

    /// <summary>The place that the cursor names; null when it names none.</summary>
    internal SearchCursor? Place => Before is null ? SearchCursor.Start : SearchCursor.Read(Before);

    internal bool IsOfTexts => Group is SearchGroup.Tickets or SearchGroup.Messages;
}

internal sealed class SearchAllValidator : AbstractValidator<SearchAll>
{
    public SearchAllValidator()
    {
        RuleFor(query => query.Limit).InclusiveBetween(1, SearchAll.MostPerPage).WithErrorCode("limit-out-of-range");
        RuleFor(query => query.Phrase.Typed).MaximumLength(SearchPhrase.Longest).WithErrorCode("text-too-long");
        RuleFor(query => query.Phrase.Typed).Must(typed => typed.EnumerateRunes().All(IsWellFormed)).WithErrorCode("text-malformed");
        RuleFor(query => query.Phrase.Words).Must(words => words.Count <= SearchPhrase.MostWords).WithErrorCode("too-many-words");
        RuleFor(query => query.Phrase).Must((query, phrase) => !phrase.IsEmpty || !query.Filter.IsEmpty).WithErrorCode("search-empty");
        RuleFor(query => query.Before).Must((query, before) => before is null || (query.IsOfTexts ? query.Place is not null : query.Group is not null && Guid.TryParse(before, out _)))
            .WithErrorCode("bad-cursor");
        RuleFor(query => query.Filter).Must(filter => !(filter.Since > filter.Until)).WithErrorCode("dates-reversed");
        RuleFor(query => query.Filter.Kind).IsInEnum().WithErrorCode("unknown-filter");
        RuleFor(query => query.Filter.Level).IsInEnum().WithErrorCode("unknown-filter");
        RuleFor(query => query.Filter.Lane).IsInEnum().WithErrorCode("unknown-filter");
        RuleFor(query => query.Filter.State).IsInEnum().WithErrorCode("unknown-filter");
        RuleFor(query => query.Group).IsInEnum().WithErrorCode("unknown-filter");
    }

    /// <summary>No control character but white space, and no half of a pair.</summary>
    private static bool IsWellFormed(Rune rune) => rune != Rune.ReplacementChar && (!Rune.IsControl(rune) || Rune.IsWhiteSpace(rune));
}

internal sealed class SearchAllHandler(SearchReader search) : IRequestHandler<SearchAll, Decision<SearchResults>>
{
    public Task<Decision<SearchResults>> Handle(SearchAll request, CancellationToken cancellationToken) => search.FindAsync(request, cancellationToken);
}
