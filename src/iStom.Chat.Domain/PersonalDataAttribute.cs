namespace iStom.Chat.Domain;

/// <summary>
/// Marks a payload property that holds a person's data. Only marked properties may hold any:
/// erasing a person masks exactly these, in place, in events and documents. It is a text or a list, which is emptied; or null.
/// </summary>
/// <param name="of">Whose data it is: with whom it goes.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class PersonalDataAttribute(DataSubject of = DataSubject.Customer) : Attribute
{
    /// <summary>Stands in the place of what was erased. A fact, not a text: faces put it into words.</summary>
    public const string Erased = "[erased]";

    public DataSubject Of => of;
}
