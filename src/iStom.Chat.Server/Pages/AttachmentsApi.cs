using System.Net.Mime;
using iStom.Chat.Domain;
using iStom.Chat.Domain.Attachments;
using iStom.Chat.Server.Attachments;
using iStom.Chat.Server.Contract;
using iStom.Chat.Server.Hosting;
using iStom.Chat.Server.Hosting.Identity;
using MediatR;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace iStom.Chat.Server.Pages;

/// <summary>
/// Files go up as the body of a request and come down out of a sandbox. A browser is told what a file is, never asked to guess, runs nothing of it, and
/// lets no other origin have it; it asks again each time whether it still may show what it has.
/// </summary>
internal static class AttachmentsApi
{
    private static readonly string[] Refusals =
    [
        "id-missing", "id-already-used", "file-empty", "file-too-large", "file-type-refused", "file-content-mismatch", "file-infected", "scanner-away", "storage-full", "too-many-attachments",
    ];

    public static void MapVisitorFiles(this IEndpointRouteBuilder chat)
    {
        var files = chat.MapGroup("/api/visitor").WithTags("Attachments").RequireAuthorization(policy =>
            policy.AddAuthenticationSchemes(VisitorAuthentication.SchemeName).RequireClaim(ClaimNames.Visitor));
        files.MapGet("/attachments", Limits).Answers<AttachmentLimits>("getVisitorAttachmentLimits", "How large and how many files may be, and of which kinds.");
        files.MapPut("/attachments/{id:guid}", (HttpContext http, IMediator mediator, Guid id) =>
            UploadAsync(http, file => mediator.Send(new UploadVisitorFile(http.User.ReadVisitor(http), file), http.RequestAborted), id))
            .Accepts<Stream>(MediaTypeNames.Application.Octet)
            .Answers<AttachmentView>("uploadVisitorAttachment", "A file for a message to come; the same id again gives the same answer.", [.. Refusals, "visitor-blocked"]);
        files.MapGet("/attachments/{id:guid}", async (HttpContext http, IMediator mediator, Guid id) =>
            Serve(http, await mediator.Send(new OpenVisitorFile(http.User.ReadVisitor(http), new(id)), http.RequestAborted)))
            .AnswersFile("getVisitorAttachment", MediaTypeNames.Application.Octet, "A file of the visitor's thread, as its own type.", "attachment-not-found");
    }

    public static void MapStaffFiles(this IEndpointRouteBuilder desk)
    {
        var api = desk.MapForStaff("/api", "Attachments");
        api.MapGet("/attachments", Limits).Answers<AttachmentLimits>("getAttachmentLimits", "How large and how many files may be, and of which kinds.");
        api.MapPut("/tickets/{ticket:guid}/attachments/{id:guid}", (HttpContext http, IMediator mediator, Guid ticket, Guid id) =>
            UploadAsync(http, file => mediator.Send(new UploadStaffFile(http.User.ReadAgent(http), new(ticket), file), http.RequestAborted), id))
            .Accepts<Stream>(MediaTypeNames.Application.Octet)
            .Answers<AttachmentView>("uploadAttachment", "A file for a reply or a note to come; the same id again gives the same answer.", [.. Refusals, "ticket-not-found"]);
        api.MapGet("/attachments/{id:guid}", async (HttpContext http, IMediator mediator, Guid id) =>
            Serve(http, await mediator.Send(new OpenStaffFile(http.User.ReadAgent(http), new(id)), http.RequestAborted)))
            .AnswersFile("getAttachment", MediaTypeNames.Application.Octet, "A file of a message or note, as its own type.", "attachment-not-found");
    }

    private static IResult Limits(IOptions<AttachmentOptions> options) => Results.Json(new AttachmentLimits(options.Value.MaxBytes, options.Value.MaxFiles, FileTypes.Endings));

    /// <summary>The name comes in <c>Content-Disposition</c> (RFC 6266), where no log of requests has it.</summary>
    private static async Task<IResult> UploadAsync(HttpContext http, Func<IncomingFile, Task<Decision<AttachmentView>>> upload, Guid id)
    {
        if (http.RequestServices.GetRequiredService<CallLimits>().TakeUpload(http.User) is { } wait)
        {
            http.Response.Headers.RetryAfter = Problem.Seconds(wait);
            return Problems.From(new("rate-limited"));
        }

        var most = http.RequestServices.GetRequiredService<IOptions<AttachmentOptions>>().Value.MaxBytes;
        if (http.Request.ContentLength > most)
        {
            return Problems.From(FileRefusals.TooLarge(most));
        }

        http.Features.Get<IHttpMaxRequestBodySizeFeature>()!.MaxRequestBodySize = null;
        return DeskCalls.Answer(await upload(new(new(id), NameIn(http.Request), http.Request.Body)), view => Results.Json(view));
    }

    private static string? NameIn(HttpRequest request) => ContentDispositionHeaderValue.TryParse(request.Headers.ContentDisposition.ToString(), out var said)
        ? (said.FileNameStar.HasValue ? said.FileNameStar : HeaderUtilities.RemoveQuotes(said.FileName)).Value
        : null;

    private static IResult Serve(HttpContext http, Decision<OpenedFile> opened) => DeskCalls.Answer(opened, found =>
    {
        var (file, headers) = (found.File, http.Response.Headers);
        var disposition = new ContentDispositionHeaderValue(file.Type.IsPicture() ? "inline" : "attachment");
        disposition.SetHttpFileName(file.Name);
        headers.ContentDisposition = disposition.ToString();
        headers.ContentSecurityPolicy = "sandbox; default-src 'none'";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers.CacheControl = "private, no-cache";
        return Results.Stream(found.Content, file.Type.MediaType(), entityTag: new($"\"{file.Id.Value:N}\""), enableRangeProcessing: found.Content.CanSeek);
    });

    /// <summary>maxBytes: of one file. maxFiles: of one message. kinds: how the names of files may end, without the dot.</summary>
    internal sealed record AttachmentLimits(long MaxBytes, int MaxFiles, IReadOnlyList<string> Kinds);
}
