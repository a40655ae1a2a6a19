namespace iStom.Chat.Server.Email.Mime;

/// <summary>What went wrong while one message was read, and how many parts it had so far.</summary>
internal sealed class ReadingLog
{
    private readonly List<string> _problems = [];
    private int _parts;

    /// <summary>Each of <see cref="MailProblems"/> once, in the order in which it was met.</summary>
    public IReadOnlyList<string> Problems => _problems;

    public void Tell(string problem)
    {
        if (!_problems.Contains(problem, StringComparer.Ordinal))
        {
            _problems.Add(problem);
        }
    }

    /// <summary>False when there is no room for one more part.</summary>
    public bool TakePart()
    {
        if (_parts++ < MailLimits.Parts)
        {
            return true;
        }

        Tell(MailProblems.TooManyParts);
        return false;
    }
}
