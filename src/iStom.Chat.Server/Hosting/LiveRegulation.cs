using iStom.Chat.Domain.Regulation;
using iStom.Chat.Domain.Tickets;
using iStom.Chat.Server.Storage.Changes;
using NodaTime;

namespace iStom.Chat.Server.Hosting;

/// <summary>
/// The calendar and the editions of the regulation that hold now: what came with the product, and what staff have changed. A
/// promise keeps the edition on which it was made.
/// </summary>
public sealed class LiveRegulation
{
    private readonly LiveDocuments<CalendarYear> _years;
    private readonly LiveDocuments<RegulationSettings> _editions;
    private volatile Editions _current = new(ProductionCalendar.Embedded, []);

    public LiveRegulation(LiveDocuments<CalendarYear> years, LiveDocuments<RegulationSettings> editions)
    {
        (_years, _editions) = (years, editions);
        years.Changed += (_, _) => Renew();
        editions.Changed += (_, _) => Renew();
        Renew();
    }

    /// <summary>On whose clock the hours are.</summary>
    public static DateTimeZone Zone => RegulationEdition.Current.Zone;

    public ProductionCalendar Calendar => _current.Calendar;

    /// <summary>The edition that holds for what starts at this instant.</summary>
    public PromiseClock At(Instant instant) => _current.At(instant);

    /// <summary>The edition on which it was made; one that is gone is the one of its start.</summary>
    public PromiseClock Of(Promise promise) => _current.Named(promise.RegulationEdition) ?? At(promise.Start);

    /// <summary>What decides on a ticket: the edition of the wait that is open, else today's.</summary>
    public PromiseClock For(Ticket ticket, Instant now) => ticket.Wait is { } wait ? Of(wait.Promise) : At(now);

    /// <summary>The same with a year as it would be, to see what that changes.</summary>
    public PromiseClock Of(Promise promise, CalendarYear instead) => new(Calendar.With(instead), Of(promise).Regulation);

    private void Renew()
    {
        var calendar = _years.All.Aggregate(ProductionCalendar.Embedded, (known, year) => known.With(year));
        _current = new(calendar, [.. _editions.All.OrderBy(edition => edition.HoldsFrom)]);
    }

    private sealed class Editions(ProductionCalendar calendar, IReadOnlyList<RegulationSettings> kept)
    {
        private readonly (Instant From, PromiseClock Clock)[] _clocks =
        [
            (Instant.MinValue, calendar == ProductionCalendar.Embedded ? PromiseClock.Default : new(calendar, RegulationEdition.Current)),
            .. kept.Select(edition => (edition.HoldsFrom!.Value.AtStartOfDayInZone(Zone).ToInstant(), new PromiseClock(calendar, edition.ToEdition().Value))),
        ];

        public ProductionCalendar Calendar => calendar;

        public PromiseClock At(Instant instant) => Array.FindLast(_clocks, edition => edition.From <= instant).Clock;

        public PromiseClock? Named(string name) =>
            Array.Find(_clocks, edition => string.Equals(edition.Clock.Regulation.Name, name, StringComparison.Ordinal)).Clock;
    }
}
