using System.Text.Json;
using System.Text.Json.Serialization;
using iStom.Chat.Domain;
using iStom.Chat.Domain.Regulation;
using NodaTime;
using NodaTime.Text;

namespace iStom.Chat.Server.Storage;

/// <summary>How events and documents are written as JSON: PascalCase, enums by name, ids as UUIDs, instants ISO 8601 UTC.</summary>
public static class StoreJson
{
    public static JsonSerializerOptions Options { get; } = Create();

    /// <summary>The same conventions for the wire, which is camelCase.</summary>
    public static void AddConverters(JsonSerializerOptions options)
    {
        options.Converters.Add(new InstantConverter());
        options.Converters.Add(new PatternConverter<LocalDate>(LocalDatePattern.Iso));
        options.Converters.Add(new PatternConverter<LocalTime>(LocalTimePattern.CreateWithInvariantCulture("HH:mm")));
        options.Converters.Add(new CalendarYearConverter());
        options.Converters.Add(new IdConverterFactory());
        options.Converters.Add(new JsonStringEnumConverter());
    }

    private static JsonSerializerOptions Create()
    {
        var options = new JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
        AddConverters(options);
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }

    private sealed class InstantConverter : JsonConverter<Instant>
    {
        /// <summary>Microseconds, always all six: what PostgreSQL keeps, and a width that sorts.</summary>
        private static readonly InstantPattern Pattern =
            InstantPattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mm':'ss'.'ffffff'Z'");

        public override Instant Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            InstantPattern.ExtendedIso.Parse(reader.GetString() ?? "").GetValueOrThrow();

        public override void Write(Utf8JsonWriter writer, Instant value, JsonSerializerOptions options) =>
            writer.WriteStringValue(Pattern.Format(value));
    }

    private sealed class PatternConverter<T>(IPattern<T> pattern) : JsonConverter<T>
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            pattern.Parse(reader.GetString() ?? "") is { Success: true } read ? read.Value : throw new JsonException();

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(pattern.Format(value));
    }

    /// <summary>In the form in which years come with the product.</summary>
    private sealed class CalendarYearConverter : JsonConverter<CalendarYear>
    {
        public override CalendarYear Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            using var document = JsonDocument.ParseValue(ref reader);
            return CalendarYearReader.Read(document.RootElement.GetRawText());
        }

        public override void Write(Utf8JsonWriter writer, CalendarYear value, JsonSerializerOptions options) =>
            writer.WriteRawValue(CalendarYearWriter.Write(value));
    }

    private sealed class IdConverterFactory : JsonConverterFactory
    {
        public override bool CanConvert(Type typeToConvert) => typeToConvert.IsValueType && typeof(IId).IsAssignableFrom(typeToConvert);

        public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
            (JsonConverter)Activator.CreateInstance(typeof(IdConverter<>).MakeGenericType(typeToConvert))!;
    }

    private sealed class IdConverter<T> : JsonConverter<T>
        where T : struct, IId
    {
        private static readonly Func<Guid, T> Wrap = BuildWrap();

        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Wrap(reader.GetGuid());

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);

        private static Func<Guid, T> BuildWrap()
        {
            var value = System.Linq.Expressions.Expression.Parameter(typeof(Guid));
            var create = System.Linq.Expressions.Expression.New(typeof(T).GetConstructor([typeof(Guid)])!, value);
            return System.Linq.Expressions.Expression.Lambda<Func<Guid, T>>(create, value).Compile();
        }
    }
}
