using System.Text.Json;
using NodaTime;
using Npgsql;
using NpgsqlTypes;

namespace iStom.Chat.Server.Storage;

/// <summary>Commands and parameters in few words. Values are always parameters.</summary>
internal static class Sql
{
    public static NpgsqlBatchCommand Command(string text, params ReadOnlySpan<NpgsqlParameter> parameters)
    {
        var command = new NpgsqlBatchCommand(text);
        foreach (var parameter in parameters)
        {
            command.Parameters.Add(parameter);
        }

        return command;
    }

    public static NpgsqlParameter Of<T>(T value) => new NpgsqlParameter<T> { TypedValue = value };

    public static NpgsqlParameter Utc(Instant value) => new NpgsqlParameter<DateTime>
    {
        TypedValue = value.ToDateTimeUtc(), NpgsqlDbType = NpgsqlDbType.TimestampTz,
    };

    public static NpgsqlParameter Utc(IEnumerable<Instant> values) => new NpgsqlParameter<DateTime[]>
    {
        TypedValue = [.. values.Select(value => value.ToDateTimeUtc())], NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.TimestampTz,
    };

    public static NpgsqlParameter Json(object value) => new NpgsqlParameter<string> { TypedValue = Text(value), NpgsqlDbType = NpgsqlDbType.Jsonb };

    public static NpgsqlParameter Jsons(IEnumerable<object> values) => new NpgsqlParameter<string[]>
    {
        TypedValue = [.. values.Select(Text)], NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Jsonb,
    };

    /// <summary><c>-infinity</c> too, which is read as a DateTime of no zone: what Marten puts in the place of a failed append was at no time.</summary>
    public static Instant InstantOf(DateTime read) => read == DateTime.MinValue ? Instant.MinValue : Instant.FromDateTimeUtc(read);

    public static NpgsqlParameter OrNull(object? value, NpgsqlDbType type) => new() { Value = value ?? DBNull.Value, NpgsqlDbType = type };

    private static string Text(object value) => JsonSerializer.Serialize(value, value.GetType(), StoreJson.Options);
}
