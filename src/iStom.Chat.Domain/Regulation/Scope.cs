namespace iStom.Chat.Domain.Regulation;

/// <summary>Whether the tariff covers the request. Apart from the level: a person answers in time even if only to decline.</summary>
public enum Scope
{
    Served,

    /// <summary>Outside this tariff, inside the paid one: the reaction is a polite offer.</summary>
    OfferPaid,

    NotServed,
}
