using System.Security.Claims;
using iStom.Chat.Domain;
using iStom.Chat.Domain.Regulation;
using iStom.Chat.Server.Hosting.Commands;

namespace iStom.Chat.Server.Hosting.Identity;

/// <summary>Turns an authenticated request into the caller of commands.</summary>
public static class CallerReader
{
    public static VisitorCaller ReadVisitor(this ClaimsPrincipal user, HttpContext? http) =>
        new(new(Id(user, ClaimNames.Visitor)), new(Id(user, ClaimNames.Conversation)), Language(http)) { Browser = new(Id(user, ClaimNames.Browser)) };

    public static AgentCaller ReadAgent(this ClaimsPrincipal user, HttpContext? http) => new(
        new(Id(user, ClaimNames.Agent)),
        user.FindFirstValue(ClaimNames.Name)!,
        [.. user.FindAll(ClaimNames.Role).Select(claim => Enum.Parse<AgentRole>(claim.Value))],
        user.HasClaim(ClaimNames.PaidSupport, "true"),
        Language(http))
    {
        Address = http?.Connection.RemoteIpAddress?.ToString(),
        Session = Id(user, ClaimNames.Session),
    };

    public static ApiCaller ReadApi(this ClaimsPrincipal user, HttpContext http) => new(
        new(Id(user, ClaimNames.ApiKey)),
        user.FindFirstValue(ClaimNames.Name)!,
        [.. user.FindAll(ClaimNames.Scope).Select(claim => claim.Value)],
        http.Connection.RemoteIpAddress?.ToString(),
        Language(http));

    private static Guid Id(ClaimsPrincipal user, string claim) => Guid.Parse(user.FindFirstValue(claim)!);

    private static Language Language(HttpContext? http) =>
        string.Equals(http?.Request.Query["locale"], "en", StringComparison.OrdinalIgnoreCase)
            ? Domain.Regulation.Language.English
            : Domain.Regulation.Language.Russian;
}
