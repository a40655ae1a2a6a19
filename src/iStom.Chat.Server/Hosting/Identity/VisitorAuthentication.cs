using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace iStom.Chat.Server.Hosting.Identity;

/// <summary>Recognises a visitor by the cookie's secret.</summary>
public sealed class VisitorAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, Accounts accounts)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string SchemeName = "Visitor";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (Request.Cookies[VisitorKey.CookieName] is not { Length: > 0 and <= 100 } key
            || await accounts.FindVisitorAsync(key, Context.RequestAborted) is not { Value: var browser })
        {
            return AuthenticateResult.NoResult();
        }

        var visitor = await accounts.ActingAsync(browser, Context.RequestAborted);
        var identity = new ClaimsIdentity(
            [new(ClaimNames.Browser, browser.Id.Value.ToString()), new(ClaimNames.Visitor, visitor.Id.Value.ToString()), new(ClaimNames.Conversation, visitor.Conversation.Value.ToString())],
            SchemeName);
        return AuthenticateResult.Success(new(new(identity), SchemeName));
    }
}
