using System.Text.Json;
using iStom.Chat.Domain.Development;
using iStom.Chat.Server.Development;
using iStom.Chat.Server.Hosting;
using iStom.Chat.Server.Hosting.Outbound;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace iStom.Chat.Server.Pages;

/// <summary>Which programs are told of development, and the issue trackers that tell of it.</summary>
internal static class DevelopmentLinksApi
{
    public static void MapDevelopmentLinks(this IEndpointRouteBuilder desk)
    {
        var api = desk.MapForStaff("/api", "Development");
        api.MapGet("/development/links", (HttpContext http, IMediator mediator) => http.AskAsync(mediator, caller => new GetDevelopmentLinks(caller)))
            .Answers<DevelopmentLinks>("getDevelopmentLinks", "Which programs are told of development, and which issue trackers tell of it.");
        api.MapPut("/development/links", (HttpContext http, IMediator mediator, LinksBody body) => http.AskAsync(mediator, caller => new ChangeDevelopmentLinks(caller, body.Wished, body.Anew, body.Version)))
            .Answers<ChangedDevelopmentLinks>(
                "changeDevelopmentLinks", "Changes them; secrets that were made are told once.",
                "changed-meanwhile", "id-missing", "unknown-tracker", "unknown-state", "too-many-links", "webhook-not-allowed", "release-missing", "text-too-long", "text-malformed");
        desk.MapPost("/api/development/inbound/{tracker}", ReceiveAsync).WithTags("Development")
            .WithMetadata(new RequestSizeLimitAttribute(TrackerGate.MaxBody))
            .Accepts<Stream>("application/json")
            .AnswersAccepted("receiveTrackerNews", "An issue tracker tells of an issue, in its own form; what nobody here waits for is taken too.", "tracker-not-signed", "tracker-news-malformed", "too-large");
    }

    private static async Task<IResult> ReceiveAsync(HttpContext http, IMediator mediator, TrackerGate gate, IntegrationHealthBook health, IntegrationSwitches switches, string tracker)
    {
        // Nothing is read from whoever is not listened to.
        if (!Enum.TryParse<Tracker>(tracker, ignoreCase: true, out var known) || !Enum.IsDefined(known) || !gate.Listens(known) || switches.IsPaused(TrackerIntegration.NameOf(known)))
        {
            return Problems.From(DevelopmentRefusals.NotSigned);
        }

        var name = TrackerIntegration.NameOf(known);
        if (await http.ReadBodyAsync(TrackerGate.MaxBody) is not { } body)
        {
            return Problems.From(new("too-large"));
        }

        if (!await gate.IsByAsync(known, http.Request.Headers, body, http.RequestAborted))
        {
            await health.FailedAsync(name, "NotSigned", http.RequestAborted);
            return Problems.From(DevelopmentRefusals.NotSigned);
        }

        try
        {
            var news = TrackerNews.Read(known, body);
            await mediator.Send(new ReceiveTrackerNews(known, news), http.RequestAborted);
            await health.WorkedAsync(name, http.RequestAborted);
            return Results.Accepted();
        }
        catch (JsonException)
        {
            await health.FailedAsync(name, "NewsMalformed", http.RequestAborted);
            return Problems.From(DevelopmentRefusals.NewsMalformed);
        }
    }

    /// <summary>newSecrets, newTrackerSecrets: of whom the secret is made anew. version: the one that was read; 0 before the first change.</summary>
    internal sealed record LinksBody(IReadOnlyList<HookBody>? Hooks, IReadOnlyList<TrackerBody>? Trackers, Guid[]? NewSecrets, Tracker[]? NewTrackerSecrets, long Version)
    {
        public IReadOnlyList<Guid> Anew => [.. NewSecrets ?? [], .. (NewTrackerSecrets ?? []).Select(TrackerTally.IdOf)];

        public DevelopmentSettings Wished => new([.. (Hooks ?? []).Select(hook => hook.Of())], [.. (Trackers ?? []).Select(link => link.Of())]);
    }

    /// <summary>id: chosen by the caller.</summary>
    internal sealed record HookBody(Guid Id, string? Url, bool Items, bool Releases)
    {
        public DevelopmentHook Of() => new(Id, Url ?? "", Items, Releases, SecretHint: null);
    }

    /// <summary>states: what its states mean; empty: as a new project of it has them.</summary>
    internal sealed record TrackerBody(Tracker Tracker, bool IsOn, IReadOnlyList<StateBody>? States)
    {
        public TrackerLink Of() => new(Tracker, IsOn, [.. (States ?? []).Select(state => new TrackerState(state.Name ?? "", state.State))], SecretHint: null);
    }

    /// <summary>name: as the tracker calls it.</summary>
    internal sealed record StateBody(string? Name, DevelopmentState State);
}
