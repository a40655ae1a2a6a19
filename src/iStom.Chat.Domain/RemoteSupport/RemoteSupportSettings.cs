namespace iStom.Chat.Domain.RemoteSupport;

/// <summary>How agents look at a customer's screen (§4.1). There is one of it.</summary>
/// <param name="Company">As the visitor's card names us.</param>
/// <param name="GroupName">The group of TeamViewer's Computers &amp; Contacts in which sessions are made; it is made where there is none.</param>
/// <param name="AccessMinutes">So long an invitation holds, and a code, an id or a password is kept.</param>
/// <param name="TokenHint">The end of the token of TeamViewer's Web API; null: none, so that visitors give their own id.</param>
public sealed record RemoteSupportSettings(string Company, string GroupName, int AccessMinutes, string? TokenHint) : IKept
{
    public const int ShortestAccess = 5;
    public const int LongestAccess = 240;

    /// <summary>Longest company, in UTF-16 code units.</summary>
    public const int MaxCompanyLength = 100;

    /// <summary>Longest group, as TeamViewer takes it.</summary>
    public const int MaxGroupLength = 100;

    public static readonly Guid Only = new("74656d76-6965-8000-8000-000000000000");

    /// <summary>As long as nobody has changed it.</summary>
    public static RemoteSupportSettings Default { get; } = new("iStom", "iStom Chat", 30, TokenHint: null);

    public Guid Id { get; init; } = Only;

    Guid IKept.Key => Only;

    string IKept.Title => "";
}
