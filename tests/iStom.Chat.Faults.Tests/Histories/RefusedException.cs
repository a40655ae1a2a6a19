namespace iStom.Chat.Faults.Tests.Histories;

/// <summary>The server answered with a code.</summary>
public sealed class RefusedException(string code) : Exception(code)
{
    public string Code => Message;

    /// <summary>Whether it is certain that nothing was written. These two say that something broke on the way.</summary>
    public bool IsDefinite => Code is not ("unavailable" or "internal");
}
