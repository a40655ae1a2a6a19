using iStom.Chat.Domain.Alarms;
using iStom.Chat.Server.Alarms;
using iStom.Chat.Server.Hosting;
using MediatR;

namespace iStom.Chat.Server.Pages;

/// <summary>The routes of alarms.</summary>
internal static class AlarmsApi
{
    public static void MapAlarms(this IEndpointRouteBuilder desk)
    {
        var api = desk.MapForStaff("/api", "Alarms");
        api.MapGet("/alarms", (HttpContext http, IMediator mediator) => http.AskAsync(mediator, caller => new GetAlarms(caller)))
            .Answers<AlarmsView>("getAlarms", "Who is told of what, and what another program has not been told yet.");
        api.MapPut("/alarms", (HttpContext http, IMediator mediator, AlarmsBody body) => http.AskAsync(mediator, caller => new ChangeAlarms(caller, body.Wished, body.NewSecret, body.Version)))
            .Answers<ChangedAlarms>("changeAlarms", "Changes who is told; a secret that was made is told once.", "changed-meanwhile", "repeat-out-of-range", "webhook-not-allowed", "webhook-missing", "alarm-addresses-missing", "too-many-addresses", "email-malformed");
        api.MapPost("/alarms/test", (HttpContext http, IMediator mediator) => http.AskAsync(mediator, caller => new TestWebhook(caller)))
            .Answers<WebhookOutcome>("testWebhook", "Calls the other program once.", "webhook-missing");
    }

    /// <summary>newSecret: the signature's secret is made anew. version: the one that was read; 0 before the first change.</summary>
    internal sealed record AlarmsBody(AlarmRoute? Near, AlarmRoute? Missed, AlarmRoute? Night, int RepeatMinutes, string? WebhookUrl, IReadOnlyList<string>? MailTo, bool NewSecret, long Version)
    {
        public AlarmSettings Wished => new(
            Near ?? AlarmRoute.None, Missed ?? AlarmRoute.None, Night ?? AlarmRoute.None, RepeatMinutes, string.IsNullOrWhiteSpace(WebhookUrl) ? null : WebhookUrl.Trim(), SecretHint: null)
        {
            MailTo = [.. (MailTo ?? []).Select(address => address.Trim()).Where(address => address.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase)],
        };
    }
}
