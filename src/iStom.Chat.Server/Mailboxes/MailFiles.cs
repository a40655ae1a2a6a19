using System.Runtime.InteropServices;
using iStom.Chat.Domain;
using iStom.Chat.Domain.Attachments;
using iStom.Chat.Server.Contract;
using iStom.Chat.Server.Email.Mime;
using iStom.Chat.Server.Hosting;
using iStom.Chat.Server.Storage;
using Microsoft.Extensions.Options;
using NodaTime;

namespace iStom.Chat.Server.Mailboxes;

/// <summary>What was kept of a mail besides its text.</summary>
/// <param name="LeftOut">Names of files that are not taken.</param>
/// <param name="Original">Null where it could not be kept: too large, or infected.</param>
internal sealed record KeptMail(IReadOnlyList<Attachment> Attachments, IReadOnlyList<string> LeftOut, AttachmentId? Original);

/// <summary>Keeps a mail as it came in, and its files as files of its message; a try that was cut off begins with what it had kept in the same thread.</summary>
internal sealed class MailFiles(IFileIntake intake, KeptFiles files, IFileContents contents, MailSettingsBook settings, IOptions<AttachmentOptions> options, IClock clock)
{
    /// <summary>What is smaller and stands in the text is a dot or a logo of a signature, in bytes.</summary>
    private const int SmallestPicture = 4096;

    /// <summary>Refuses only what is for later: no room, or nobody to look at the files. Headers alone are no original.</summary>
    public async Task<Decision<KeptMail>> KeepAsync(
        IStoreSession session, TakenMail mail, Guid id, MailPlace place, CancellationToken cancellation)
    {
        var by = Actor.Of(place.Sender.Id);
        var (taken, leftOut) = (new List<Guid>(), new List<string>());
        var own = NameBasedId.Of(place.Conversation.Value, id);
        foreach (var (index, file) in mail.Message.Attachments.Index().Where(file => !IsOrnament(file.Item)).OrderBy(file => file.Item.IsInline))
        {
            var kept = taken.Count == options.Value.MaxFiles ? FileRefusals.TooMany(options.Value.MaxFiles)
                : await intake.TakeInAsync(new(new(NameBasedId.Of(own, $"file {index}")), file.Name, Read(file.Content)), place.Conversation, by, cancellation);
            if (IsForLater(kept.Refusal))
            {
                return kept.Refusal!;
            }

            if (kept.Refusal is null)
            {
                taken.Add(kept.Value.Id);
            }
            else
            {
                leftOut.Add(file.Name);
            }
        }

        var original = mail.IsTooBig ? (AttachmentId?)null : await OriginalAsync(session, mail, id, place, cancellation);
        if (original.Refusal is { } later)
        {
            return later;
        }

        var attached = await files.TakeAsync(session, taken, place.Conversation, by, FileUse.Message, cancellation);
        return attached.Refusal is { } refusal ? refusal : new KeptMail(attached.Value ?? [], leftOut, original.Value);
    }

    /// <summary>The mail itself, for staff alone.</summary>
    public async Task<Decision<AttachmentId?>> KeepOriginalAsync(
        IStoreSession session, ReadOnlyMemory<byte> raw, Guid id, ConversationId thread, Actor by, CancellationToken cancellation)
    {
        var file = new AttachmentId(NameBasedId.Of(NameBasedId.Of(thread.Value, id), "original"));
        var kept = await intake.TakeMailInAsync(new(file, "mail", Read(raw)), thread, by, settings.LargestBytes, cancellation);
        if (kept.Refusal is { } refusal)
        {
            return IsForLater(refusal) ? refusal : (AttachmentId?)null;
        }

        var taken = await files.TakeAsync(session, [file.Value], thread, by, FileUse.Note, cancellation);
        return taken.Refusal is { } used ? used : file;
    }

    /// <summary>All of a mail that was held back; null where nothing is left of it.</summary>
    public async Task<byte[]?> ReadAsync(AttachmentId? original, CancellationToken cancellation)
    {
        await using var content = original is { } file ? await contents.OpenAsync(file, cancellation) : null;
        if (content is null)
        {
            return null;
        }

        using var bytes = new MemoryStream();
        await content.CopyToAsync(bytes, cancellation);
        return bytes.ToArray();
    }

    /// <summary>What was held back is kept already, but perhaps in no thread of a person's, in which it would outlive them.</summary>
    private async Task<Decision<AttachmentId?>> OriginalAsync(IStoreSession session, TakenMail mail, Guid id, MailPlace place, CancellationToken cancellation)
    {
        if (mail.Kept is { } kept && await session.LoadAsync<KeptFile>(kept.Value, cancellation) is { Value: var file })
        {
            if (file.Conversation == place.Conversation)
            {
                return kept;
            }

            if (file.Conversation.Value == id)
            {
                await files.RemoveOfAsync(session, [id], [], clock.GetCurrentInstant(), cancellation);
            }
        }

        return await KeepOriginalAsync(session, mail.Raw, id, place.Conversation, Actor.Of(place.Sender.Id), cancellation);
    }

    private static bool IsForLater(Refusal? refusal) => refusal == FileRefusals.StorageFull || refusal == FileRefusals.ScannerAway;

    private static bool IsOrnament(MailAttachment file) => file is { IsInline: true, Content.Length: < SmallestPicture } && file.MediaType.StartsWith("image/", StringComparison.Ordinal);

    private static MemoryStream Read(ReadOnlyMemory<byte> bytes) =>
        MemoryMarshal.TryGetArray(bytes, out var array) ? new(array.Array!, array.Offset, array.Count, writable: false) : new(bytes.ToArray(), writable: false);
}
