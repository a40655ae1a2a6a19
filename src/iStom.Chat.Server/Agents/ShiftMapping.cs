using iStom.Chat.Domain.People;
using iStom.Chat.Server.Storage;

namespace iStom.Chat.Server.Agents;

/// <summary>A line of the roster as a document.</summary>
public static class ShiftMapping
{
    public static IDocumentMapping Instance { get; } = new DocumentMapping<Shift>(shift => shift.Id.Value);
}
