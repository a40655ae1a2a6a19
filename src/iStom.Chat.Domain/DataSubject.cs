namespace iStom.Chat.Domain;

/// <summary>Whose data a text is, and so with whose erasure it goes.</summary>
public enum DataSubject
{
    /// <summary>
    /// The customer's: what they wrote, and whatever staff wrote to them or about them – replies, notes, reasons, what a
    /// call taught.
    /// </summary>
    Customer,

    /// <summary>The member of staff's: their names and addresses, which stay when a customer is erased.</summary>
    Agent,
}
