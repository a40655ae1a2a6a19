using System.Collections;
using System.Reflection;
using System.Text.Json;
using iStom.Chat.Domain;
using iStom.Chat.Domain.Conversations;
using iStom.Chat.Domain.Tickets;
using iStom.Chat.Server.Storage;
using iStom.Chat.Server.Tests.Contract;
using iStom.Chat.TestSupport;

namespace iStom.Chat.Server.Tests.Storage;

/// <summary>
/// Stored snapshots outlive the version that wrote them: what a newer one adds must be readable where it is missing, and
/// never as a null that the code does not expect. Each stands as JSON in <c>Documents/&lt;name&gt;.json</c>. When one grows, the old
/// file stays as <c>Documents/&lt;name&gt;.&lt;what it lacks&gt;.json</c>; what cannot be read then wants a migration.
/// </summary>
public sealed class DocumentSampleTests
{
    private static readonly string Folder = Repository.PathTo("tests", "iStom.Chat.Server.Tests", "Storage", "Documents");

    private static readonly object[] Snapshots =
    [
        EventSamples.OfConversation.Aggregate((Conversation?)null, Conversation.Evolve)!,
        EventSamples.OfTicket.TakeWhile(e => e is not CriticalityRejected).Aggregate((Ticket?)null, Ticket.Evolve)!,
        .. EventSamples.Changes.Where(IsOfDocument).Select(change => change.GetType().GetProperty("After")!.GetValue(change)!).DistinctBy(document => document.GetType()),
    ];

    [Fact]
    public void Each_is_written_today_as_its_sample()
    {
        foreach (var snapshot in Snapshots)
        {
            Approved.FileShouldBe(
                Path.Combine(Folder, $"{snapshot.GetType().Name}.json"), $"{JsonSerializer.Serialize(snapshot, snapshot.GetType(), Indented)}\n");
        }
    }

    [Fact]
    public void Every_form_is_read_without_a_hole()
    {
        var files = Directory.GetFiles(Folder);
        files.Length.ShouldBeGreaterThanOrEqualTo(Snapshots.Length);
        foreach (var file in files)
        {
            var type = Snapshots.Single(snapshot => snapshot.GetType().Name == Path.GetFileName(file).Split('.')[0]).GetType();
            HolesIn(JsonSerializer.Deserialize(File.ReadAllText(file), type, StoreJson.Options)!, type.Name).ShouldBeEmpty();
        }
    }

    /// <summary>The oldest forms lack all that was ever added: whatever has a default may be missing.</summary>
    [Fact]
    public void What_has_a_default_may_be_missing()
    {
        foreach (var snapshot in Snapshots.Where(snapshot => snapshot.GetType().GetConstructor(Type.EmptyTypes) is not null))
        {
            var json = JsonSerializer.SerializeToNode(snapshot, snapshot.GetType(), StoreJson.Options)!.AsObject();
            foreach (var property in snapshot.GetType().GetProperties().Where(property => property.GetCustomAttribute<System.Runtime.CompilerServices.RequiredMemberAttribute>() is null))
            {
                json.Remove(property.Name);
            }

            HolesIn(json.Deserialize(snapshot.GetType(), StoreJson.Options)!, snapshot.GetType().Name).ShouldBeEmpty();
        }
    }

    private static JsonSerializerOptions Indented { get; } = new(StoreJson.Options) { WriteIndented = true };

    private static bool IsOfDocument(IChange change) =>
        Array.Exists(change.GetType().GetInterfaces(), i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IChangeOf<>))
            && change.GetType().GetProperty("After")!.GetValue(change) is not null;

    /// <summary>Where a null stands that the type does not allow.</summary>
    private static IEnumerable<string> HolesIn(object value, string path)
    {
        if (value is string || value.GetType().Namespace?.StartsWith("iStom", StringComparison.Ordinal) is not true)
        {
            return value is IEnumerable items and not string ? items.Cast<object?>().SelectMany((item, i) => item is null ? [$"{path}[{i}]"] : HolesIn(item, $"{path}[{i}]")) : [];
        }

        var nulls = new NullabilityInfoContext();
        return value.GetType().GetProperties().Where(property => property is { CanWrite: true, GetMethod.IsStatic: false }).SelectMany(property =>
            property.GetValue(value) is { } inner ? HolesIn(inner, $"{path}.{property.Name}")
                : nulls.Create(property).ReadState == NullabilityState.NotNull ? [$"{path}.{property.Name}"] : []);
    }
}
