using iStom.Chat.Domain;
using iStom.Chat.Domain.Clinics;
using iStom.Chat.Domain.Conversations;
using iStom.Chat.Server.Hosting.Identity;
using iStom.Chat.Server.Storage;

namespace iStom.Chat.Server.Tickets;

/// <summary>For whom an agent opens a ticket: a visitor who is known, or whoever called, of a clinic if one is known.</summary>
/// <param name="Clinic">By the agent's word, where the visitor is nobody's user.</param>
/// <param name="Visitor">Null: nobody who has ever written.</param>
/// <param name="Name">Of whoever called.</param>
/// <param name="Phone">Where they can be called back.</param>
public sealed record Customer(ClinicId? Clinic, VisitorId? Visitor, string? Name, string? Phone)
{
    /// <summary>Longest name or number, in UTF-16 code units.</summary>
    private const int LongestLine = 200;

    /// <summary>Whoever has never written is added to the session: a visitor without a key, whom no site vouches for.</summary>
    internal async Task<Decision<(Visitor Visitor, ClinicId? Clinic)>> FindAsync(IStoreSession session, CancellationToken cancellation)
    {
        if (Clinic is { } clinic && await session.LoadAsync<Clinic>(clinic.Value, cancellation) is null)
        {
            return ClinicRefusals.NotFound;
        }

        if (Visitor is not { } id)
        {
            return Caller(session);
        }

        return await PersonAsync(session, id, cancellation) is not { } known ? OpeningRefusals.VisitorNotFound
            : Clinic is not null && known.Clinic is not null && known.Clinic != Clinic ? OpeningRefusals.OtherClinic
            : (known, Clinic ?? known.Clinic);
    }

    /// <summary>A browser that writes as a verified user by now reads their thread alone.</summary>
    private static async Task<Visitor?> PersonAsync(IStoreSession session, VisitorId id, CancellationToken cancellation)
    {
        var known = (await session.LoadAsync<Visitor>(id.Value, cancellation))?.Value;
        return known?.VerifiedAs is { } user ? (await session.LoadAsync<Visitor>(user.Value, cancellation))?.Value : known;
    }

    private Decision<(Visitor Visitor, ClinicId? Clinic)> Caller(IStoreSession session)
    {
        var (name, phone) = (Line(Name), Line(Phone));
        if ((name.Refusal ?? phone.Refusal) is { } refusal)
        {
            return refusal;
        }

        if ((Clinic, name.Value, phone.Value) is (null, null, null))
        {
            return OpeningRefusals.CustomerMissing;
        }

        var caller = new Visitor
        {
            Id = new(Guid.NewGuid()), Conversation = new(Guid.NewGuid()), KeyHash = VisitorKey.Hash(VisitorKey.Create()), Site = "", Name = name.Value, Phone = phone.Value,
        };
        session.Store(caller, StreamVersion.None, 1);
        return (caller, Clinic);
    }

    private static Decision<string?> Line(string? text) => string.IsNullOrWhiteSpace(text) ? (string?)null
        : text.Length > LongestLine ? ConversationRefusals.TextTooLong
        : MessageText.Accept(text) is { Refusal: { } refusal } ? refusal
        : text.Trim();
}
