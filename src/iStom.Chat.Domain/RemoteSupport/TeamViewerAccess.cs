namespace iStom.Chat.Domain.RemoteSupport;

/// <summary>What a visitor gives of their own TeamViewer. It is in no event, and its words name nothing of it.</summary>
/// <param name="Id">Digits alone.</param>
/// <param name="Password">Null: the visitor confirms the connection themselves.</param>
public sealed record TeamViewerAccess(string Id, string? Password)
{
    /// <summary>Shortest id, in digits.</summary>
    public const int ShortestId = 8;

    /// <summary>Longest id, in digits.</summary>
    public const int LongestId = 10;

    /// <summary>Longest password, in UTF-16 code units.</summary>
    public const int LongestPassword = 64;

    /// <summary>As it is kept: of an id its digits, however they are grouped. Refuses <c>teamviewer-id-malformed</c>.</summary>
    public static Decision<TeamViewerAccess> Accept(string? id, string? password)
    {
        var digits = string.Concat((id ?? "").Where(letter => !char.IsWhiteSpace(letter) && letter != '-'));
        var word = string.IsNullOrWhiteSpace(password) ? null : password.Trim();
        return digits.Length is >= ShortestId and <= LongestId && digits.All(char.IsAsciiDigit) && (word is null || (word.Length <= LongestPassword && !word.Any(char.IsControl)))
            ? new TeamViewerAccess(digits, word)
            : TeamViewerRefusals.IdMalformed;
    }

    /// <summary>Nothing: what logs it tells nobody.</summary>
    public override string ToString() => nameof(TeamViewerAccess);
}
