using System.Collections.Frozen;
using System.Text.Json;
using iStom.Chat.Domain;
using iStom.Chat.Domain.Conversations;
using iStom.Chat.Domain.Tickets;

namespace iStom.Chat.Server.Storage;

/// <summary>The names under which events are stored, by Marten's conventions. A name once stored is for ever.</summary>
public static class EventTypes
{
    private static readonly FrozenDictionary<Type, (string Name, string DotNetName)> Names = All()
        .ToFrozenDictionary(type => type, type => (SnakeCase(type.Name), $"{type.FullName}, {type.Assembly.GetName().Name}"));

    private static readonly FrozenDictionary<string, Type> Types =
        Names.ToFrozenDictionary(pair => pair.Value.Name, pair => pair.Key, StringComparer.Ordinal);

    /// <summary><c>ConversationStarted</c> → <c>conversation_started</c>: the column <c>type</c>.</summary>
    public static string NameOf(Type type) => Names[type].Name;

    /// <summary><c>Namespace.Type, Assembly</c>: the column <c>mt_dotnet_type</c>.</summary>
    public static string DotNetNameOf(Type type) => Names[type].DotNetName;

    /// <summary>Reads a stored event back. An unknown name is a newer product's: it throws rather than lose it.</summary>
    public static object Read(string name, string json) =>
        JsonSerializer.Deserialize(json, Types[name], StoreJson.Options)!;

    /// <summary>Every event type of the domain.</summary>
    public static IEnumerable<Type> All() => typeof(ITicketEvent).Assembly.GetTypes().Where(type =>
        type is { IsClass: true, IsAbstract: false }
        && (typeof(ITicketEvent).IsAssignableFrom(type) || typeof(IConversationEvent).IsAssignableFrom(type) || typeof(IChange).IsAssignableFrom(type)));

    private static string SnakeCase(string name) => JsonNamingPolicy.SnakeCaseLower.ConvertName(name);
}
