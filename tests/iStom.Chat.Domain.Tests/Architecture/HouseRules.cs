using System.Reflection;
using iStom.Chat.Domain.Conversations;
using iStom.Chat.Domain.Tickets;
using NodaTime;

namespace iStom.Chat.Domain.Tests.Architecture;

/// <summary>What holds for every type of the domain. Each gives a sentence for each type that breaks it.</summary>
internal static class HouseRules
{
    private const int MostLines = 300;

    /// <summary>Strings in events that hold nobody's words or name: keys, numbers of tickets, the vocabulary of tags.</summary>
    private static readonly string[] Impersonal =
    [
        "ConversationStarted.Site", "ConsentGiven.Site", "ConsentGiven.Text", "ConsentGiven.Link", "TicketAnnounced.Number", "TicketOpened.Number", "TicketOpened.Site",
        "CallbackAsked.TicketNumber", "Tagged.Tags", "MailUndelivered.Status", "ClinicProposed.ClinicName", "TicketSplit.IntoNumber", "CustomerInformed.Number", "ReleaseTold.Version", "RemoteCard.Company", "TicketMerged.IntoNumber",
    ];

    public static IEnumerable<Type> Events(Assembly assembly) => assembly.GetTypes().Where(type => type.IsClass && IsEvent(type));

    /// <summary>Events are sealed records of one stream with their instant.</summary>
    public static IEnumerable<string> EventShape(Type type)
    {
        if (!type.IsSealed || type.GetMethod("<Clone>$") is null)
        {
            yield return $"{type.Name} is no sealed record";
        }

        if (type.GetProperty("At") is not { } at || at.PropertyType != typeof(Instant))
        {
            yield return $"{type.Name} has no Instant At";
        }

        if (type.IsAssignableTo(typeof(ITicketEvent)) && type.IsAssignableTo(typeof(IConversationEvent)))
        {
            yield return $"{type.Name} belongs to both streams";
        }
    }

    /// <summary>Only marked properties may hold a person's words or name, since only these are masked when somebody is erased.</summary>
    public static IEnumerable<string> UnmarkedWords(Type type) =>
        from property in type.GetProperties()
        where property.PropertyType == typeof(string) || property.PropertyType.IsAssignableTo(typeof(IEnumerable<string>))
        let name = $"{type.Name}.{property.Name}"
        where property.GetCustomAttribute<PersonalDataAttribute>() is null && !Impersonal.Contains(name, StringComparer.Ordinal)
        select $"{name} may hold a person's words and is not marked as personal data";

    public static IEnumerable<string> FolderNames(Type type) =>
        type.Name == type.Namespace?.Split('.')[^1] ? [$"{type.Name} has its folder's name"] : [];

    /// <summary>NodaTime and what every program has.</summary>
    public static IEnumerable<string> ForeignReferences(Assembly assembly) => assembly.GetReferencedAssemblies()
        .Select(reference => reference.Name!)
        .Where(name => name != "NodaTime" && !name.StartsWith("System.", StringComparison.Ordinal));

    /// <summary>Named as its file. Where several are read together, they stand together: events, ids, the decision.</summary>
    public static IEnumerable<string> OneTypePerFile(SourceFile file)
    {
        string[] types = [.. file.PublicTopLevelTypes.Any() ? file.PublicTopLevelTypes : file.TopLevelTypes];
        return file.Name is "Ids" or "Decision" || file.Name.EndsWith("Events", StringComparison.Ordinal) || (types is [var only] && only == file.Name)
            ? []
            : [$"{file.Path} declares {string.Join(", ", types)}"];
    }

    /// <summary>A file, of the tests too, is read at one sitting.</summary>
    public static IEnumerable<string> Length(SourceFile file) =>
        file.Text.AsSpan().TrimEnd('\n').Count('\n') + 1 is > MostLines and var lines ? [$"{file.Path} has {lines} lines"] : [];

    private static bool IsEvent(Type type) => type.IsAssignableTo(typeof(ITicketEvent)) || type.IsAssignableTo(typeof(IConversationEvent));
}
