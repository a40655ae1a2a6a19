using iStom.Chat.Domain;
using iStom.Chat.Domain.Development;
using iStom.Chat.Domain.Regulation;
using iStom.Chat.Server.Contract;
using iStom.Chat.Server.Development;
using iStom.Chat.Server.Hosting;
using MediatR;

namespace iStom.Chat.Server.Pages;

/// <summary>What development is to make, who waits for it, and the versions that bring it.</summary>
internal static class DevelopmentApi
{
    /// <summary>Refusals of what an item is given as.</summary>
    private static readonly string[] Form = ["id-missing", "name-missing", "unknown-severity", "unknown-state", "external-key-taken", "item-link-malformed", "text-too-long", "text-malformed"];

    public static void MapDevelopment(this IEndpointRouteBuilder desk)
    {
        var api = desk.MapForStaff("/api", "Development");
        api.MapGet("/development/items", (HttpContext http, IMediator mediator, string? search) => http.AskAsync(mediator, caller => new GetBoard(caller, search)))
            .Answers<DevelopmentBoard>("getDevelopmentBoard", "The items of development, those that go on first, with how many wait for each.", "text-too-long");
        api.MapGet("/development/items/{id:guid}", (HttpContext http, IMediator mediator, Guid id, Guid? before, int? limit) =>
                http.AskAsync(mediator, caller => new GetDevelopmentItem(caller, new(id), before, limit ?? Transcript.Newest)))
            .Answers<DevelopmentItemCard>("getDevelopmentItem", "An item with its tickets, newest first.", "development-item-not-found", "limit-out-of-range");
        api.MapPut("/development/items/{id:guid}", (HttpContext http, IMediator mediator, Guid id, ItemBody body) => http.AskAsync(mediator, caller => new ChangeDevelopmentItem(caller, body.Of(id), body.Version)))
            .Answers<DevelopmentItemView>(
                "changeDevelopmentItem", "Adds an item (version: null) or changes it.", [.. Form, "development-item-not-found", "changed-meanwhile", "development-item-released", "release-missing"]);
        api.MapPost("/development/releases", (HttpContext http, IMediator mediator, ReleaseBody body) => http.AskAsync(mediator, caller => new ReleaseVersion(caller, body.Wished)))
            .Answers<ReleasedVersion>(
                "releaseVersion", "A version came out: whoever waits for one of its items is told, and asked whether it helped; the same id again changes nothing.",
                "id-missing", "version-malformed", "development-items-out-of-range", "development-item-not-found", "development-item-released", "development-item-over", "text-empty", "text-too-long", "text-malformed");
        api.MapPost("/tickets/{id:guid}/development", (HttpContext http, IMediator mediator, Guid id, HandBody body) => http.TellAsync(mediator, caller => new HandToDevelopment(caller, new(id), new(body.Item), body.New?.Of(body.Item))))
            .AnswersNothing(
                "handToDevelopment", "The ticket's agent passes it to development, and the customer is told; new: the item is added with it.",
                ["ticket-not-found", "ticket-not-open", "not-your-ticket", "development-item-not-found", "development-item-over", .. Form]);
    }

    /// <summary>version: the one that was read; null adds the item. What is left out of the rest is empty.</summary>
    internal sealed record ItemBody(
        long? Version, string? Title, string? Description, DevelopmentSeverity Severity, DevelopmentState State, string? PlannedVersion, string? Link, string? ExternalKey)
    {
        public DevelopmentItem Of(Guid id) => new(new(id), Title ?? "", Description ?? "", Severity, State, PlannedVersion, Link, ExternalKey);
    }

    /// <summary>item: chosen by the caller where it is new; the same again adds it once.</summary>
    internal sealed record HandBody(Guid Item, NewItemBody? New);

    /// <summary>An item that is added as planned.</summary>
    internal sealed record NewItemBody(string? Title, string? Description, DevelopmentSeverity Severity, string? Link, string? ExternalKey)
    {
        public DevelopmentItem Of(Guid id) => new(new(id), Title ?? "", Description ?? "", Severity, DevelopmentState.Planned, PlannedVersion: null, Link, ExternalKey);
    }

    /// <summary>id: chosen by the caller. text: to everybody who waits; update: besides to whoever has an older version.</summary>
    internal sealed record ReleaseBody(Guid Id, string? Version, Guid[]? Items, string? TextRussian, string? TextEnglish, string? UpdateRussian, string? UpdateEnglish)
    {
        public ProgramRelease Wished => new(
            new(Id), Version ?? "", [.. (Items ?? []).Select(item => new DevelopmentItemId(item))], new LocalizedName(TextRussian ?? "", TextEnglish ?? ""), new LocalizedName(UpdateRussian ?? "", UpdateEnglish ?? ""));
    }
}
