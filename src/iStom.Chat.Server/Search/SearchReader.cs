using System.Globalization;
using iStom.Chat.Domain;
using iStom.Chat.Domain.Phone;
using iStom.Chat.Domain.Tickets;
using iStom.Chat.Server.Contract;
using iStom.Chat.Server.Storage.Search;
using NodaTime;
using Npgsql;

namespace iStom.Chat.Server.Search;

/// <summary>Runs a search: each group in turn on one connection, none of them for longer than <see cref="Patience"/>.</summary>
public sealed class SearchReader(NpgsqlDataSource database, SearchIndex index, TicketReader tickets, TicketMapper mapper, PhoneBook phones, IClock clock)
{
    /// <summary>What takes longer is given up, so that nobody's search keeps the desk waiting.</summary>
    public static readonly Duration Patience = Duration.FromSeconds(2);

    /// <summary>Of each group but the messages, where no group was asked for.</summary>
    private const int Few = 5;

    /// <summary>The first year of which there can be tickets.</summary>
    private const int FirstYear = 2020;

    /// <summary>Being behind for less is nothing that need be told.</summary>
    private static readonly Duration Behind = Duration.FromSeconds(10);

    /// <summary>A name is like another from here on: one letter of seven is wrong.</summary>
    private const double Alike = 0.4;

    private static readonly Refusal TooSlow = new("search-too-slow");

    public async Task<Decision<SearchResults>> FindAsync(SearchAll query, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        try
        {
            await using var transaction = await connection.BeginTransactionAsync(cancellation);
            var limits = string.Create(CultureInfo.InvariantCulture, $"set local statement_timeout = {Patience.TotalMilliseconds}; set local pg_trgm.word_similarity_threshold = {Alike}");
            await using var limit = new NpgsqlCommand(limits, connection);
            await limit.ExecuteNonQueryAsync(cancellation);
            return await FindAsync(connection, query, cancellation);
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.QueryCanceled && !cancellation.IsCancellationRequested)
        {
            return TooSlow;
        }
    }

    private async Task<SearchResults> FindAsync(NpgsqlConnection connection, SearchAll query, CancellationToken cancellation)
    {
        var hasTrigrams = await MeantWords.HasTrigramsAsync(connection, cancellation);
        var words = query.Phrase.IsEmpty ? null : await MeantWords.ReadAsync(connection, query.Phrase, hasTrigrams, cancellation);
        return new(
            Asks(query, SearchGroup.Tickets) ? await TicketsAsync(connection, query, words, cancellation) : FoundPage<FoundTicket>.None,
            Asks(query, SearchGroup.Messages) && words is not null ? await MessagesAsync(connection, query, words, cancellation) : FoundPage<FoundMessage>.None,
            Asks(query, SearchGroup.Clinics) ? PageOf(await PartySearch.ClinicsAsync(connection, Party(query, hasTrigrams), cancellation), LimitOf(query), clinic => clinic.Id.Value) : FoundPage<FoundClinic>.None,
            Asks(query, SearchGroup.Visitors) ? PageOf(await PartySearch.VisitorsAsync(connection, Party(query, hasTrigrams), cancellation), LimitOf(query), visitor => visitor.Id.Value) : FoundPage<FoundVisitor>.None,
            await index.OldestMissingAsync(cancellation) is { } oldest && clock.GetCurrentInstant() - oldest > Behind ? oldest : null);
    }

    /// <summary>Clinics and visitors have nothing that a filter asks of.</summary>
    private static bool Asks(SearchAll query, SearchGroup group) =>
        (query.Group ?? group) == group && (group is SearchGroup.Tickets or SearchGroup.Messages || query.Filter.IsEmpty);

    private static int LimitOf(SearchAll query) => query.Group is null ? Math.Min(Few, query.Limit) : query.Limit;

    private static PartyQuery Party(SearchAll query, bool hasTrigrams) =>
        new(query.Phrase, query.Before is { } before ? Guid.Parse(before) : null, LimitOf(query) + 1, hasTrigrams);

    private async Task<FoundPage<FoundTicket>> TicketsAsync(NpgsqlConnection connection, SearchAll query, string? words, CancellationToken cancellation)
    {
        var (limit, now) = (LimitOf(query), clock.GetCurrentInstant());
        var numbered = query.Before is null && query.Phrase.Number is { } number ? await tickets.ByNumberAsync(Numbers(number, now), cancellation) : [];
        var callers = query.Before is null && query.Filter.IsEmpty && phones.Find(query.Phrase.Typed) is { } phone ? await OfCallerAsync(phone, limit, cancellation) : [];
        var found = words is null && !query.Phrase.IsEmpty
            ? []
            : await TextSearch.FindAsync(connection, new(Subjects: true, words, query.Filter, now, query.Place!, limit + 1), cancellation);
        var page = found.Take(limit).ToList();
        var rows = (await tickets.ByIdAsync(page.Select(text => new TicketId(text.Ticket)), cancellation)).ToDictionary(row => row.Ticket.Id.Value);
        var shown = numbered.Concat(callers).Concat(page.Where(text => rows.ContainsKey(text.Ticket)).Select(text => rows[text.Ticket])).DistinctBy(row => row.Ticket.Id).ToList();
        var parts = await FoundTexts.PartsAsync(connection, [.. shown.Select(row => row.Ticket.Subject)], words, cancellation);
        var views = shown.Zip(parts, (row, subject) => new FoundTicket(mapper.ForList(row, now, query.Caller.Language), subject));
        return new([.. views], found.Count > limit ? page[^1].Place.ToString() : null);
    }

    /// <summary>Open tickets of the clinics and visitors whose number it is.</summary>
    private async Task<IReadOnlyList<TicketRow>> OfCallerAsync(PhoneNumber phone, int limit, CancellationToken cancellation)
    {
        var owners = await phones.OwnersAsync(phone, cancellation);
        return owners is { Clinics: [], Visitors: [] } ? [] : await tickets.OpenOfAsync(owners.Clinics.Select(clinic => clinic.Id), owners.Visitors.Select(visitor => visitor.Id), limit, cancellation);
    }

    private async Task<FoundPage<FoundMessage>> MessagesAsync(NpgsqlConnection connection, SearchAll query, string words, CancellationToken cancellation)
    {
        var now = clock.GetCurrentInstant();
        var found = await TextSearch.FindAsync(connection, new(Subjects: false, words, query.Filter, now, query.Place!, query.Limit + 1), cancellation);
        FoundText[] page = [.. found.Take(query.Limit)];
        var rows = await tickets.ByIdAsync(page.Select(text => new TicketId(text.Ticket)).Distinct(), cancellation);
        var views = rows.ToDictionary(row => row.Ticket.Id.Value, row => mapper.ForList(row, now, query.Caller.Language));
        return new(await FoundTexts.MessagesAsync(connection, page, words, views, cancellation), found.Count > query.Limit ? page[^1].Place.ToString() : null);
    }

    /// <summary>A serial is unique over the years: whoever quotes it without one means the one ticket that has it.</summary>
    private static IEnumerable<string> Numbers((int? Year, long Serial) number, Instant now) => number.Year is { } year
        ? [TicketNumber.Format(year, number.Serial)]
        : Enumerable.Range(FirstYear, now.InUtc().Year + 2 - FirstYear).Select(each => TicketNumber.Format(each, number.Serial));

    private static FoundPage<T> PageOf<T>(IReadOnlyList<T> found, int limit, Func<T, Guid> id) =>
        found.Count > limit ? new([.. found.Take(limit)], id(found[limit - 1]).ToString()) : new(found, Next: null);
}
