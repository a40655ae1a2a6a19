namespace iStom.Chat.Server.Hosting.Outbound;

/// <summary>What another program answered.</summary>
/// <param name="Status">Of HTTP.</param>
/// <param name="Body">At most <see cref="OutboundCalls.LongestAnswer"/> bytes.</param>
public sealed record OutboundAnswer(int Status, byte[] Body)
{
    private const int FirstRefusal = 300;
    private const int FirstServerError = 500;

    /// <summary>It did what it was asked to.</summary>
    public bool IsSuccess => Status < FirstRefusal;

    /// <summary>It may do so later.</summary>
    public bool IsItsFault => Status >= FirstServerError;
}
