using iStom.Chat.Domain;
using iStom.Chat.Domain.Conversations;
using iStom.Chat.Domain.Tickets;
using JasperFx;
using JasperFx.Events;
using JasperFx.Events.Projections;
using Marten;
using Marten.Schema;
using Marten.Services;
using Npgsql;
using NpgsqlTypes;
using Weasel.Core;

namespace iStom.Chat.Server.Storage.Marten;

/// <summary>Tells Marten of the layout that is there: the store options under which it finds everything in its place.</summary>
public static class MartenLayout
{
    /// <summary>Options under which Marten makes nothing of itself. A conflict is for whoever decided, so no commit is tried again.</summary>
    public static StoreOptions Options(NpgsqlDataSource database, DocumentMappings mappings)
    {
        var options = new StoreOptions { AutoCreateSchemaObjects = AutoCreate.None };
        options.Connection(database);
        options.ConfigureWritePolly(_ => { });
        options.Serializer(new SystemTextJsonSerializer(StoreJson.Options) { EnumStorage = EnumStorage.AsString });
        options.Advanced.DuplicatedFieldEnumStorage = EnumStorage.AsString;
        options.Advanced.DuplicatedFieldUseTimestampWithoutTimeZoneForDateTime = false;
        AddEvents(options);
        AddDocuments(options, mappings);
        return options;
    }

    /// <summary>Whether it is kept by Marten itself, in the transaction of the append.</summary>
    public static bool IsSnapshot(Type type) => type == typeof(Conversation) || type == typeof(Ticket);

    /// <summary>The class whose alias is the kind of a stream.</summary>
    public static Type AggregateOf(string kind) =>
        kind == Projections.Ticket.Kind ? typeof(Ticket)
        : kind == Projections.Conversation.Kind ? typeof(Conversation)
        : Projections.KeptAs(kind) ?? throw new ArgumentOutOfRangeException(nameof(kind), kind, "No aggregate is of this kind.");

    private static void AddEvents(StoreOptions options)
    {
        options.Events.StreamIdentity = StreamIdentity.AsGuid;
        options.Events.EnableUniqueIndexOnEventId = true;
        foreach (var type in EventTypes.All())
        {
            options.Events.MapEventType(type, EventTypes.NameOf(type));
        }
    }

    private static void AddDocuments(StoreOptions options, DocumentMappings mappings)
    {
        var byType = mappings.All.ToDictionary(mapping => mapping.Type);
        foreach (var id in typeof(IId).Assembly.GetTypes().Where(type => type.IsValueType && type.IsAssignableTo(typeof(IId))))
        {
            options.RegisterValueType(id);
        }

        options.Policies.ForAllDocuments(mapping => Map(mapping, byType.GetValueOrDefault(mapping.DocumentType)));
        options.RegisterDocumentTypes(byType.Keys);
        if (byType.ContainsKey(typeof(Conversation)))
        {
            options.Projections.Add(new EvolvedSnapshot<Conversation, ConversationId, IConversationEvent>(Projections.Conversation), ProjectionLifecycle.Inline);
        }

        if (byType.ContainsKey(typeof(Ticket)))
        {
            options.Projections.Add(new EvolvedSnapshot<Ticket, TicketId, ITicketEvent>(Projections.Ticket), ProjectionLifecycle.Inline);
        }
    }

    private static void Map(DocumentMapping marten, IDocumentMapping? ours)
    {
        marten.UseNumericRevisions = ours is not null;
        foreach (var field in ours?.Fields ?? [])
        {
            var member = field.Property is { } name ? marten.DocumentType.GetProperty(name)! : new ComputedProperty(marten.DocumentType, field);
            marten.DuplicateField([member], PgTypeOf(field.Type), field.Column).DbType = field.Type;
            AddIndex(marten, field);
        }

        foreach (var index in ours?.OwnIndexes ?? [])
        {
            marten.IgnoreIndex(index);
        }
    }

    private static void AddIndex(DocumentMapping marten, IDuplicatedField field)
    {
        if (field.Index == FieldIndex.None)
        {
            return;
        }

        var index = marten.AddIndex(field.Column);
        index.IsUnique = field.Index == FieldIndex.Unique;
        index.Name = $"{marten.TableName.Name}_{(index.IsUnique ? "uidx" : "idx")}_{field.Column}";
        index.Predicate = field.Index == FieldIndex.WhereNotNull ? $"({field.Column} is not null)" : null;
    }

    private static string PgTypeOf(NpgsqlDbType type) => type == NpgsqlDbType.TimestampTz ? "timestamp with time zone" : type.ToString().ToLowerInvariant();
}
