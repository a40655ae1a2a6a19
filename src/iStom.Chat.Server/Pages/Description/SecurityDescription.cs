using iStom.Chat.Server.Hosting.Identity;
using Microsoft.AspNetCore.Authorization;
using Microsoft.OpenApi;

namespace iStom.Chat.Server.Pages.Description;

/// <summary>What a caller has to show, in the words of OpenAPI.</summary>
internal static class SecurityDescription
{
    public const string Agent = "agent";
    public const string Antiforgery = "antiforgery";
    private const string Visitor = "visitor";
    private const string Program = "program";

    public static Dictionary<string, IOpenApiSecurityScheme> Schemes => new(StringComparer.Ordinal)
    {
        [Visitor] = Key(ParameterLocation.Cookie, VisitorKey.CookieName, "Set by POST /api/visitor/session."),
        [Agent] = Key(ParameterLocation.Cookie, DeskCookie.Name, "Set by POST /api/account/sign-in."),
        [Program] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", Description = "A key of the API, which an administrator makes on the desk." },
        [Antiforgery] = Key(ParameterLocation.Header, AntiforgeryToken.HeaderName, "From GET /api/account/antiforgery; the sign-in's own."),
    };

    /// <summary>All that this route asks for together; empty when anybody may come.</summary>
    /// <param name="route">The route's metadata.</param>
    /// <param name="isWrite">The method changes something.</param>
    public static string[] Of(IList<object> route, bool isWrite) =>
    [
        .. route.OfType<AuthorizationPolicy>().SelectMany(policy => policy.AuthenticationSchemes).Select(NameOf),
        .. isWrite && route.OfType<AntiforgeryFilter.Needed>().Any() ? [Antiforgery] : Array.Empty<string>(),
    ];

    private static string NameOf(string scheme) => scheme switch
    {
        DeskCookie.Scheme => Agent,
        ApiKeyAuthentication.SchemeName => Program,
        _ => Visitor,
    };

    public static OpenApiSecurityRequirement Requirement(IEnumerable<string> schemes, OpenApiDocument? document)
    {
        var requirement = new OpenApiSecurityRequirement();
        foreach (var scheme in schemes)
        {
            requirement.Add(new OpenApiSecuritySchemeReference(scheme, document), []);
        }

        return requirement;
    }

    private static OpenApiSecurityScheme Key(ParameterLocation place, string name, string description) =>
        new() { Type = SecuritySchemeType.ApiKey, In = place, Name = name, Description = description };
}
