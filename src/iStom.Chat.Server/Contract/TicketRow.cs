using System.Text.Json;
using iStom.Chat.Domain.Clinics;
using iStom.Chat.Domain.Tickets;
using iStom.Chat.Server.Storage;
using Npgsql;

namespace iStom.Chat.Server.Contract;

/// <summary>A ticket as lists and screens need it: its snapshot, the clinic it belongs to, what its visitor is called, and whether a site vouches for them.</summary>
public sealed record TicketRow(Ticket Ticket, long Version, Clinic? Clinic, string? VisitorName, bool IsVerified)
{
    /// <summary>The first five columns are what <see cref="Read"/> takes.</summary>
    public const string Columns = "t.data, t.mt_version, c.data, v.data ->> 'Name', v.clinic is not null";

    public const string From = "mt_doc_ticket t left join mt_doc_clinic c on c.id = t.clinic left join mt_doc_visitor v on v.id = t.visitor";

    public static TicketRow Read(NpgsqlDataReader reader) => new(
        JsonSerializer.Deserialize<Ticket>(reader.GetString(0), StoreJson.Options)!,
        reader.GetInt64(1),
        reader.IsDBNull(2) ? null : JsonSerializer.Deserialize<Clinic>(reader.GetString(2), StoreJson.Options),
        reader.IsDBNull(3) ? null : reader.GetString(3),
        reader.GetBoolean(4));
}
