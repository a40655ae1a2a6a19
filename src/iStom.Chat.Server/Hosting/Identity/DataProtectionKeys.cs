using System.Text.Json;
using System.Xml.Linq;
using iStom.Chat.Server.Storage;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Npgsql;

namespace iStom.Chat.Server.Hosting.Identity;

/// <summary>One key that signs cookies.</summary>
public sealed record DataProtectionKey(Guid Id, string Xml)
{
    public static IDocumentMapping Mapping { get; } = new DocumentMapping<DataProtectionKey>(key => key.Id);
}

/// <summary>Keeps the keys that sign cookies in the database: they outlive a restart, and every node has the same.</summary>
public sealed class DataProtectionKeys(NpgsqlDataSource database, IStore store) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var command = database.CreateCommand("select data from mt_doc_dataprotectionkey");
        using var reader = command.ExecuteReader();
        var keys = new List<XElement>();
        while (reader.Read())
        {
            keys.Add(XElement.Parse(JsonSerializer.Deserialize<DataProtectionKey>(reader.GetString(0), StoreJson.Options)!.Xml));
        }

        return keys;
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        var session = store.OpenSession();
        session.Store(new DataProtectionKey(Guid.CreateVersion7(), element.ToString(SaveOptions.DisableFormatting)), StreamVersion.None, 1);
        session.CommitAsync(CancellationToken.None).GetAwaiter().GetResult();
    }
}
