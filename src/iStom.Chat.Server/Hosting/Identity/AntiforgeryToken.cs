using Microsoft.AspNetCore.Antiforgery;

namespace iStom.Chat.Server.Hosting.Identity;

/// <summary>
/// A write that is authenticated by the cookie alone also shows a token that only our own page can read; on top of the
/// exact Origin and SameSite=Strict.
/// </summary>
public static class AntiforgeryToken
{
    public const string HeaderName = "X-Antiforgery";

    public static void Configure(AntiforgeryOptions options)
    {
        options.HeaderName = HeaderName;
        options.FormFieldName = "unused";
        options.Cookie.Name = "__Host-istom-antiforgery";
        options.Cookie.Path = "/";
        options.Cookie.SecurePolicy = CookieSecurePolicy.Always;
        options.Cookie.SameSite = SameSiteMode.Strict;
        options.SuppressXFrameOptionsHeader = true;
    }

    /// <summary>Refuses writes without the token: <c>antiforgery</c>.</summary>
    public static TBuilder RequireAntiforgeryToken<TBuilder>(this TBuilder endpoints)
        where TBuilder : IEndpointConventionBuilder =>
        endpoints.AddEndpointFilter(async (context, next) =>
        {
            var request = context.HttpContext.Request;
            var antiforgery = context.HttpContext.RequestServices.GetRequiredService<IAntiforgery>();
            return HttpMethods.IsGet(request.Method) || await antiforgery.IsRequestValidAsync(context.HttpContext)
                ? await next(context)
                : Results.Problem(statusCode: StatusCodes.Status400BadRequest, extensions: new Dictionary<string, object?>(StringComparer.Ordinal) { ["code"] = "antiforgery" });
        });
}
