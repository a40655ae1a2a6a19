using System.Globalization;
using System.Text;

namespace iStom.Chat.Server.Tests.Security;

/// <summary>Frames like a client's, with something wrong in each: in the call, in the record, or in the bytes.</summary>
internal sealed class FuzzedFrames(Random random)
{
    private const char End = '\u001e';

    private static readonly string[] Methods =
        ["Join", "Send", "History", "Desk", "Take", "TakeNext", "Open", "Resolve", "EndWait", "send", "Nonsense", "", "Dispose", "ToString", "OnDisconnectedAsync", "a\\u0000", "Отправить"];

    private static readonly string[] Names =
        ["after", "before", "limit", "id", "text", "kind", "replyTo", "ticket", "note", "$type", "__proto__", "", "caller", "visitor"];

    /// <summary>None that could be a message.</summary>
    private static readonly string[] Texts = ["null", "5", "\"\"", "\" \\n \"", "\"\\u0000\"", "\"я\\u0007\"", "\"\\udc00\"", "[]", "{}"];

    private int _count;

    /// <returns>The frame; whether it is sent as text; whether it is a whole call, which may be wrong in itself only.</returns>
    public (byte[] Frame, bool IsText, bool IsCall) Next()
    {
        var call = Encoding.UTF8.GetBytes(Call() + End);
        return random.Next(100) switch
        {
            < 80 => (call, IsText: true, IsCall: true),
            < 88 => (Encoding.UTF8.GetBytes(Odd() + End), IsText: true, IsCall: false),
            < 94 => (Flip(call), IsText: true, IsCall: false),
            < 97 => (Encoding.UTF8.GetBytes(call.Length + Value(0)), IsText: true, IsCall: false),
            < 98 => (Encoding.UTF8.GetBytes(new string('[', 33_000) + End), IsText: true, IsCall: false),
            _ => (Noise(), IsText: random.Next(2) == 0, IsCall: false),
        };
    }

    /// <summary>A call that no method takes: nothing here is a whole, valid message.</summary>
    private string Call()
    {
        var arguments = string.Join(',', Enumerable.Range(0, random.Next(4)).Select(_ => random.Next(4) == 0 ? Value(0) : Object(0)));
        var streams = random.Next(20) == 0 ? ",\"streamIds\":[\"1\"]" : "";
        return $$"""{"type":{{(random.Next(20) == 0 ? 4 : 1)}},"invocationId":"{{_count++}}","target":"{{Pick(Methods)}}","arguments":[{{arguments}}]{{streams}}}""";
    }

    /// <summary>Records of every other kind, with what may not be there.</summary>
    private string Odd() => random.Next(6) switch
    {
        0 => $$"""{"type":{{random.Next(-1, 12)}},"invocationId":"{{random.Next(50)}}"}""",
        1 => $$"""{"type":2,"invocationId":"{{random.Next(50)}}","item":{{Value(0)}}}""",
        2 => $$"""{"type":3,"invocationId":"{{random.Next(50)}}","result":{{Value(0)}}}""",
        3 => $$"""{"type":5,"invocationId":"{{random.Next(50)}}"}""",
        4 => $$"""{"type":8,"sequenceId":{{random.NextInt64()}}}""",
        _ => Value(0),
    };

    private string Object(int depth)
    {
        var properties = Enumerable.Range(0, random.Next(5)).Select(_ => Pick(Names) is var name && name == "text"
            ? $"\"text\":{Pick(Texts)}"
            : $"\"{name}\":{Value(depth + 1)}");
        return $"{{{string.Join(',', properties)}}}";
    }

    private string Value(int depth) => random.Next(depth > 5 ? 11 : 13) switch
    {
        0 => "null",
        1 => "true",
        2 => random.Next(-2, 3).ToString(CultureInfo.InvariantCulture),
        3 => random.NextInt64(long.MinValue, long.MaxValue).ToString(CultureInfo.InvariantCulture),
        4 => "1e400",
        5 => "-0.5",
        6 => $"\"{NewId()}\"",
        7 => "\"\\u0000\"",
        8 => "\"\\ud800\"",
        9 => $"\"{new string('я', random.Next(300))}\\u0001\"",
        10 => "\"'; drop table mt_events; --\\u0007\"",
        11 => $"[{string.Join(',', Enumerable.Range(0, random.Next(4)).Select(_ => Value(depth + 1)))}]",
        _ => Object(depth + 1),
    };

    private byte[] Flip(byte[] frame)
    {
        for (var flips = random.Next(1, 5); flips > 0; flips--)
        {
            frame[random.Next(frame.Length)] = (byte)random.Next(256);
        }

        return frame;
    }

    private byte[] Noise()
    {
        var bytes = new byte[random.Next(1, 2000)];
        random.NextBytes(bytes);
        return bytes;
    }

    private Guid NewId()
    {
        var bytes = new byte[16];
        random.NextBytes(bytes);
        return new(bytes);
    }

    private string Pick(string[] from) => from[random.Next(from.Length)];
}
