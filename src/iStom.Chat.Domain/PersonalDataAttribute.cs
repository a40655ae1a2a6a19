namespace iStom.Chat.Domain;

/// <summary>
/// Marks a payload property that holds a person's data. Only marked properties may hold any:
/// erasing a person masks exactly these, in place, in events and documents.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class PersonalDataAttribute : Attribute;
