namespace iStom.Chat.Server.Email.Transport;

/// <summary>What became of a mail.</summary>
/// <param name="Answers">One for each recipient, in the envelope's order.</param>
public sealed record MailDelivery(IReadOnlyList<MailAnswer> Answers)
{
    /// <summary>Whether every recipient's server took it.</summary>
    public bool IsAccepted => Answers.All(answer => answer.Outcome == MailOutcome.Accepted);
}
