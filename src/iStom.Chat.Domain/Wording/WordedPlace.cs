namespace iStom.Chat.Domain.Wording;

/// <summary>A place in the panel, on the desk or in our mails whose words staff may change.</summary>
/// <param name="Name">Under which it is kept; those of the desk begin with <c>staff.</c>, those that we send by ourselves with <c>mail.</c> or <c>development.</c>.</param>
/// <param name="Longest">In UTF-16 code units: what there is room for.</param>
/// <param name="Placeholders">What is filled in there, and must be.</param>
public sealed record WordedPlace(string Name, int Longest, params IReadOnlyList<string> Placeholders)
{
    private const string Staff = "staff.";

    public WordedFace Face =>
        Name.StartsWith(Staff, StringComparison.Ordinal) ? WordedFace.Desk
        : Name.StartsWith("mail.", StringComparison.Ordinal) || Name.StartsWith("development.", StringComparison.Ordinal) ? WordedFace.Mail
        : WordedFace.Panel;

    /// <summary>Under which its face knows it.</summary>
    public string Key => Face == WordedFace.Desk ? Name[Staff.Length..] : Name;
}
