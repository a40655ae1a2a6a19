namespace iStom.Chat.Server.Tests.Email.Fuzz;

/// <summary>What storage, networks and people who mean harm do to bytes; the same each time.</summary>
internal sealed class Mutations(int seed)
{
    private static readonly string[] Signs =
    [
        "\r\n", "\n", "\r", "\0", "--", "=?", "?=", "=?utf-8?B?", "<", ">", "\"", "(", ")", ";", ":", "@", "\\", "=", "\t", "Content-Type: multipart/mixed; boundary=b\r\n", "\uFFFD", "\u202E", "&#xD800;", "<div>",
    ];

    private readonly Random _random = new(seed);

    public byte[] Of(byte[] message, byte[] other) => _random.Next(6) switch
    {
        0 => Flipped(message),
        1 => message[..Place(message)],
        2 => [.. message[..Place(message)], .. other[Place(other)..]],
        3 => Without(message),
        4 => Inserted(message),
        _ => Flipped(Inserted(Inserted(message))),
    };

    private int Place(byte[] message) => _random.Next(message.Length + 1);

    private byte[] Flipped(byte[] message)
    {
        var flipped = message.ToArray();
        for (var count = _random.Next(1, 20); count > 0 && flipped.Length > 0; count--)
        {
            flipped[_random.Next(flipped.Length)] ^= (byte)(1 << _random.Next(8));
        }

        return flipped;
    }

    private byte[] Without(byte[] message)
    {
        var start = Place(message);
        return [.. message[..start], .. message[Math.Min(message.Length, start + _random.Next(100))..]];
    }

    private byte[] Inserted(byte[] message)
    {
        var place = Place(message);
        return [.. message[..place], .. System.Text.Encoding.UTF8.GetBytes(Signs[_random.Next(Signs.Length)]), .. message[place..]];
    }
}
