using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace iStom.Chat.Server.Hosting.Identity;

public static class IdentityRegistration
{
    private static readonly TimeSpan SessionLength = TimeSpan.FromHours(12);

    /// <summary>Visitors by their key, staff by a signed cookie.</summary>
    public static IServiceCollection AddChatIdentity(this IServiceCollection services)
    {
        services.AddSingleton<Accounts>();
        services.AddSingleton<IPasswordHasher<Agent>, PasswordHasher<Agent>>();
        services.AddDataProtection().SetApplicationName("iStom.Chat");
        services.AddSingleton<DataProtectionKeys>();
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(provider => new ConfigureOptions<KeyManagementOptions>(
            options => options.XmlRepository = provider.GetRequiredService<DataProtectionKeys>()));
        services.AddAuthorization();
        services.AddAuthentication()
            .AddScheme<AuthenticationSchemeOptions, VisitorAuthentication>(VisitorAuthentication.SchemeName, configureOptions: null)
            .AddCookie(CookieAuthenticationDefaults.AuthenticationScheme, ConfigureDeskCookie);
        return services;
    }

    private static void ConfigureDeskCookie(CookieAuthenticationOptions options)
    {
        options.Cookie.Name = "__Host-istom-desk";
        options.Cookie.Path = "/";
        options.Cookie.HttpOnly = true;
        options.Cookie.SecurePolicy = CookieSecurePolicy.Always;
        options.Cookie.SameSite = SameSiteMode.Strict;
        options.ExpireTimeSpan = SessionLength;
        options.SlidingExpiration = true;
        options.Events.OnRedirectToLogin = context => Refuse(context.Response, StatusCodes.Status401Unauthorized);
        options.Events.OnRedirectToAccessDenied = context => Refuse(context.Response, StatusCodes.Status403Forbidden);
    }

    private static Task Refuse(HttpResponse response, int status)
    {
        response.StatusCode = status;
        return Task.CompletedTask;
    }
}
