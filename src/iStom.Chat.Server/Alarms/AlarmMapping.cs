using iStom.Chat.Domain.Alarms;
using iStom.Chat.Server.Storage;
using NpgsqlTypes;

namespace iStom.Chat.Server.Alarms;

/// <summary>How alarms and their routes are stored.</summary>
public static class AlarmMapping
{
    public static IDocumentMapping OfSettings { get; } = new DocumentMapping<AlarmSettings>(settings => settings.Id);

    /// <summary>Those that are on are few; what is asked again and again is which.</summary>
    public static IDocumentMapping OfAlarms { get; } = new DocumentMapping<Alarm>(
        alarm => alarm.Id.Value,
        new DuplicatedField<Alarm>("on_since", NpgsqlDbType.TimestampTz, alarm => alarm.EndedAt is null ? alarm.RaisedAt.ToDateTimeUtc() : null, Index: FieldIndex.WhereNotNull),
        new DuplicatedField<Alarm>("ended_at", NpgsqlDbType.TimestampTz, alarm => alarm.EndedAt?.ToDateTimeUtc()));
}
