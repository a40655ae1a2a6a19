using System.Reflection;
using System.Text;
using System.Text.Json;
using iStom.Chat.Server.Hubs;
using NodaTime;

namespace iStom.Chat.Server.Tests.Contract;

/// <summary>Writes the hubs' wire contract in TypeScript, from the C# interfaces alone.</summary>
internal static class TypeScriptContract
{
    private const string Header =
        "// Generated from src/iStom.Chat.Server/Hubs; do not edit. A test fails when the two differ, and says how to renew it.\n";

    /// <summary>The hubs and their clients, in the order in which they are written.</summary>
    private static readonly (string Name, string Doc, IReadOnlyList<MethodInfo> Methods)[] Hubs =
    [
        ("VisitorHub", "What a visitor may call on /hubs/visitor.", CallsOf(typeof(VisitorHub))),
        ("VisitorClient", "What the server tells a visitor.", typeof(IVisitorClient).GetMethods()),
        ("AgentHub", "What an agent may call on /hubs/agent.", CallsOf(typeof(AgentHub))),
        ("AgentClient", "What the server tells an agent.", typeof(IAgentClient).GetMethods()),
    ];

    public static string Write() => $"{Header}\n{WriteTypes()}\n{string.Join("\n", Hubs.Select(hub => WriteHub(hub.Name, hub.Doc, hub.Methods)))}";

    /// <summary>All that goes over the hubs as arguments and answers.</summary>
    public static string WriteTypes()
    {
        var types = new SortedDictionary<string, Type>(StringComparer.Ordinal);
        foreach (var type in Hubs.SelectMany(hub => hub.Methods).SelectMany(method => method.GetParameters().Select(p => p.ParameterType).Append(ResultOf(method))))
        {
            Collect(type, types);
        }

        var text = new StringBuilder().AppendJoin("", types.Values.Where(type => type.IsEnum).Select(WriteEnum)).Append('\n');
        return text.AppendJoin("\n", types.Values.Where(type => !type.IsEnum).Select(WriteInterface)).ToString();
    }

    /// <summary>The methods of a hub or a client: <c>Send(request: SendRequest): Promise&lt;Ack&gt;</c>.</summary>
    public static IReadOnlyList<string> MethodsOf(string name) =>
        [.. Hubs.Single(hub => hub.Name == name).Methods.Select(method => WriteMethod(method, IsPush(name)))];

    private static MethodInfo[] CallsOf(Type hub) =>
        [.. hub.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .Where(method => method.GetBaseDefinition() == method && !method.IsSpecialName)];

    private static void Collect(Type type, SortedDictionary<string, Type> types)
    {
        var item = ItemOf(type) ?? Nullable.GetUnderlyingType(type) ?? type;
        if (item.Namespace?.StartsWith("iStom", StringComparison.Ordinal) != true || !types.TryAdd(item.Name, item) || item.IsEnum)
        {
            return;
        }

        foreach (var property in PropertiesOf(item))
        {
            Collect(property.PropertyType, types);
        }
    }

    private static string WriteEnum(Type type) =>
        $"export type {type.Name} = {string.Join(" | ", Enum.GetNames(type).Select(name => $"'{name}'"))};\n";

    private static string WriteInterface(Type type) =>
        $"export interface {type.Name} {{\n{string.Concat(PropertiesOf(type).Select(WriteProperty))}}}\n";

    private static string WriteProperty(PropertyInfo property)
    {
        var mayBeNull = Nullable.GetUnderlyingType(property.PropertyType) is not null
            || new NullabilityInfoContext().Create(property).ReadState == NullabilityState.Nullable;
        return $"  {JsonNamingPolicy.CamelCase.ConvertName(property.Name)}: {NameOf(property.PropertyType)}{(mayBeNull ? " | null" : "")};\n";
    }

    private static string WriteHub(string name, string doc, IReadOnlyList<MethodInfo> methods) =>
        $"/** {doc} */\nexport interface {name} {{\n{string.Concat(methods.Select(method => $"  {WriteMethod(method, IsPush(name))};\n"))}}}\n";

    private static bool IsPush(string name) => name.EndsWith("Client", StringComparison.Ordinal);

    private static string WriteMethod(MethodInfo method, bool isPush)
    {
        var parameters = string.Join(", ", method.GetParameters().Select(p => $"{p.Name}: {NameOf(p.ParameterType)}"));
        return $"{method.Name}({parameters}): {(isPush ? "void" : $"Promise<{NameOf(ResultOf(method))}>")}";
    }

    private static string NameOf(Type type) => (Nullable.GetUnderlyingType(type) ?? type) switch
    {
        var t when t == typeof(string) || t == typeof(Guid) || t == typeof(Instant) => "string",
        var t when t == typeof(bool) => "boolean",
        var t when t == typeof(int) || t == typeof(long) => "number",
        var t when t == typeof(void) || t == typeof(Task) => "void",
        var t when ItemOf(t) is { } item => $"{NameOf(item)}[]",
        var t => t.Name,
    };

    private static Type ResultOf(MethodInfo method) =>
        method.ReturnType.IsGenericType ? method.ReturnType.GetGenericArguments()[0] : typeof(void);

    private static Type? ItemOf(Type type) =>
        type.IsArray ? type.GetElementType()
        : type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>) ? type.GetGenericArguments()[0]
        : null;

    private static IEnumerable<PropertyInfo> PropertiesOf(Type type) =>
        type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.GetIndexParameters().Length == 0);
}
