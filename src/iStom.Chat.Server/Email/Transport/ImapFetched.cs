using System.Globalization;
using System.Text;
using NodaTime;
using NodaTime.Text;

namespace iStom.Chat.Server.Email.Transport;

/// <summary>What a FETCH response says of a mail (RFC 9051, 7.5.2); what it leaves out is missing here.</summary>
/// <param name="Uid">Which mail.</param>
/// <param name="Octets">Its size, by the server.</param>
/// <param name="ReceivedAt">INTERNALDATE.</param>
/// <param name="Content">The part that was asked for.</param>
internal sealed record ImapFetched(uint Uid, long Octets, Instant? ReceivedAt, ReadOnlyMemory<byte>? Content)
{
    private static readonly OffsetDateTimePattern Date = OffsetDateTimePattern.Create("d-MMM-uuuu HH:mm:ss o<+HHmm>", CultureInfo.InvariantCulture, default);

    /// <summary>Null for anything else, and for one without a uid.</summary>
    public static ImapFetched? Of(ImapResponse response)
    {
        if (response.Kind != "FETCH" || response.Values is not [_, _, { Items: { } items }, ..])
        {
            return null;
        }

        var pairs = items.Chunk(2).Where(pair => pair is [{ Word: not null }, _]).ToLookup(pair => Name(pair[0].Word!), pair => pair[1], StringComparer.OrdinalIgnoreCase);
        return pairs["UID"].FirstOrDefault()?.Number is { } uid
            ? new(uid, pairs["RFC822.SIZE"].FirstOrDefault()?.Number ?? 0, DateOf(pairs["INTERNALDATE"].FirstOrDefault()), pairs["BODY"].FirstOrDefault()?.Text)
            : null;
    }

    /// <summary><c>BODY[]&lt;0&gt;</c> and <c>BODY[HEADER]</c> are both what was asked for.</summary>
    private static string Name(string key) => key.StartsWith("BODY[", StringComparison.OrdinalIgnoreCase) ? "BODY" : key;

    private static Instant? DateOf(ImapValue? value) =>
        value is not null && Date.Parse(Encoding.Latin1.GetString(value.Text.Span).Trim()) is { Success: true } parsed ? parsed.Value.ToInstant() : null;
}
