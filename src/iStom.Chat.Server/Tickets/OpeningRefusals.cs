using iStom.Chat.Domain;

namespace iStom.Chat.Server.Tickets;

/// <summary>Why staff cannot open a ticket so.</summary>
internal static class OpeningRefusals
{
    /// <summary>There is no such message of the customer's in what the ticket is about.</summary>
    public static readonly Refusal MessageNotFound = new("message-not-found");

    public static readonly Refusal VisitorNotFound = new("visitor-not-found");

    /// <summary>Neither a clinic nor a visitor, nor a name or number of whoever called.</summary>
    public static readonly Refusal CustomerMissing = new("customer-missing");

    /// <summary>The visitor is a user of another clinic.</summary>
    public static readonly Refusal OtherClinic = new("visitor-of-other-clinic");
}
