using System.Collections.Immutable;
using iStom.Chat.Domain;
using iStom.Chat.Server.Hosting;

namespace iStom.Chat.Server.Pages;

/// <summary>The HTTP edge: a refusal becomes problem details (RFC 9457) with its stable <c>code</c>.</summary>
internal static class Problems
{
    public static IResult NotFound(string code) => From(new(code), StatusCodes.Status404NotFound);

    public static IResult From(Refusal refusal) => From(refusal, StatusOf(refusal.Code));

    /// <summary>The status that goes with a code, of a refusal or of what the edge answers by itself.</summary>
    public static int StatusOf(string code) => code switch
    {
        "bad-credentials" or "locked-out" or "code-required" or "bad-code" or "account-disabled" or "passkey-failed" or "mail-not-signed" or "tracker-not-signed" or "call-not-signed" => StatusCodes.Status401Unauthorized,
        _ when code.StartsWith("identity-", StringComparison.Ordinal) => StatusCodes.Status401Unauthorized,
        "foreign-origin" or "not-eligible" => StatusCodes.Status403Forbidden,
        "unknown-site" or "remote-session-over" => StatusCodes.Status404NotFound,
        _ when code.EndsWith("-not-found", StringComparison.Ordinal) => StatusCodes.Status404NotFound,
        "already-taken" or "attachment-used" or "too-many-attachments" or "queue-empty" or "you-are-away" or "too-many-chats" or "customer-waits" or "not-your-ticket" or "ticket-not-open" or "ticket-not-resolved"
            or "changed-meanwhile" or "visitor-of-other-clinic" or "paid-support-missing" or "number-taken" or "site-key-taken" or "too-many-keys" or "regulation-in-force" or "regulation-name-taken" or "email-taken" or "already-invited" or "agent-disabled" or "webhook-missing" or "alarm-addresses-missing" or "not-for-yourself" or "last-administrator" or "no-second-factor" or "too-many-passkeys"
            or "claim-undecided" or "claim-already-open" or "nothing-claimed" or "clinic-not-proposed" or "mail-not-kept" or "mail-without-sender" or "shortcut-taken" or "address-taken" or "development-item-over" or "development-item-released" or "external-key-taken" or "calls-paused" or "callback-already-requested"
            or "remote-session-open" or "remote-session-not-consented" or "remote-session-begun" or "teamviewer-not-set-up" or "teamviewer-unavailable" => StatusCodes.Status409Conflict,
        _ => Problem.StatusOf(code),
    };

    private static IResult From(Refusal refusal, int status) => Results.Problem(statusCode: status, extensions: Members(refusal));

    /// <summary>The facts of a refusal are members beside its code: <c>detail</c> is a sentence by RFC 9457.</summary>
    private static Dictionary<string, object?> Members(Refusal refusal) =>
        new((refusal.Detail ?? ImmutableDictionary<string, string>.Empty).Select(fact => KeyValuePair.Create(fact.Key, (object?)fact.Value)), StringComparer.Ordinal)
        {
            ["code"] = refusal.Code,
        };
}
