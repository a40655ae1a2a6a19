using iStom.Chat.Domain;
using iStom.Chat.Domain.Phone;
using iStom.Chat.Server.Storage;
using NodaTime;
using NpgsqlTypes;

namespace iStom.Chat.Server.Contract;

/// <summary>An incoming call, as the telephone exchange told it. It opens no ticket; staff log it on one, or open one for the caller.</summary>
/// <param name="Id">Follows from what the exchange calls it: the same call again is this one.</param>
/// <param name="At">When it began.</param>
/// <param name="State">How far it has come.</param>
/// <param name="ToldAt">When we heard of it last.</param>
public sealed record PhoneCall(Guid Id, Instant At, CallState State, Instant ToldAt)
{
    private static readonly Guid Exchange = new("01980000-0000-7000-8000-00000000000c");

    /// <summary>What the exchange says who calls; null where it is withheld.</summary>
    [PersonalData]
    public string? From { get; init; }

    /// <summary>Which number of ours was called.</summary>
    public string? To { get; init; }

    /// <summary>Whether anybody has answered.</summary>
    public bool WasAnswered { get; init; }

    /// <summary>How long it lasted; null while nobody says.</summary>
    public int? Seconds { get; init; }

    /// <summary>The clinics that have the number, by name.</summary>
    public IReadOnlyList<ClinicId> Clinics { get; init; } = [];

    /// <summary>Visitors who have it, by their own word or a site's.</summary>
    public IReadOnlyList<VisitorId> Visitors { get; init; } = [];

    /// <summary>Whose number it is there.</summary>
    [PersonalData]
    public string? Name { get; init; }

    /// <summary>The ticket on which it was logged, or that was opened for the caller; null: nobody has done either.</summary>
    public TicketId? Ticket { get; init; }

    public static IDocumentMapping Mapping { get; } = new DocumentMapping<PhoneCall>(
        call => call.Id,
        new("at", NpgsqlDbType.TimestampTz, call => call.At.ToDateTimeUtc(), Index: FieldIndex.Plain),
        new("open_at", NpgsqlDbType.TimestampTz, call => call.Ticket is null ? call.At.ToDateTimeUtc() : null, Index: FieldIndex.WhereNotNull),
        new("number", NpgsqlDbType.Varchar, call => PhoneNumber.Find(call.From)?.National, Index: FieldIndex.WhereNotNull),
        new("ticket", NpgsqlDbType.Uuid, call => call.Ticket?.Value, Index: FieldIndex.WhereNotNull));

    public static Guid IdOf(string exchangesId) => NameBasedId.Of(Exchange, exchangesId);

    /// <summary>After the exchange has told of it again; it never goes back, and what was told before changes nothing.</summary>
    public PhoneCall Told(CallState state, int? seconds, Instant now) =>
        state < State || (state == State && (seconds is null || seconds == Seconds)) ? this
        : this with { State = state, WasAnswered = WasAnswered || state == CallState.Answered || seconds > 0, Seconds = seconds ?? Seconds, ToldAt = now };
}
