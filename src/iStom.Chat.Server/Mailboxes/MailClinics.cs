using iStom.Chat.Domain.Clinics;
using iStom.Chat.Server.Contract;
using iStom.Chat.Server.Email;
using iStom.Chat.Server.Storage;
using Npgsql;

namespace iStom.Chat.Server.Mailboxes;

/// <summary>Which clinic an address speaks for: the one that has it among its contacts.</summary>
internal sealed class MailClinics(NpgsqlDataSource database)
{
    private const string LikeSql = "select data, mt_version from mt_doc_clinic where words like any($1)";

    /// <summary>Null: none, or several, of which an address cannot tell which.</summary>
    public async Task<Clinic?> OfAsync(MailAddress sender, CancellationToken cancellation)
    {
        string[] spelt = [.. new[] { sender.Address, sender.DisplayAddress }.Select(address => SearchWords.Around(SearchWords.Normal(address)))];
        var like = await database.ReadDocumentsAsync<Clinic>(LikeSql, [Sql.Of(spelt)], cancellation);
        return like.Where(clinic => clinic.Value.Contacts.Any(contact => MailAddress.TryParse(contact.Email, out var known) && known.IsSameMailbox(sender))).ToList() is [var only]
            ? only.Value
            : null;
    }
}
