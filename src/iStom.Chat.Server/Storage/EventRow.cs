using NodaTime;
using Npgsql;

namespace iStom.Chat.Server.Storage;

/// <summary>A row of <c>mt_events</c> as this product reads it.</summary>
public static class EventRow
{
    public const string Select = "select id, stream_id, version, timestamp, type, data from mt_events";

    public static StoredEvent Read(NpgsqlDataReader reader) => new(
        reader.GetGuid(0),
        reader.GetGuid(1),
        reader.GetInt64(2),
        Instant.FromDateTimeUtc(reader.GetDateTime(3)),
        EventTypes.Read(reader.GetString(4), reader.GetString(5)));
}
