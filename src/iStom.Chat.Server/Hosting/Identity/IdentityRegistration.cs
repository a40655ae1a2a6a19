using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace iStom.Chat.Server.Hosting.Identity;

public static class IdentityRegistration
{
    /// <summary>Visitors by their key, staff by a signed cookie that names a sign-in, other programs by a key of the API.</summary>
    public static IServiceCollection AddChatIdentity(this IServiceCollection services)
    {
        services.AddSingleton<Accounts>();
        services.AddSingleton<AgentSessions>();
        services.AddSingleton<LiveSockets>();
        services.AddHostedService<RevocationWatch>();
        services.AddSingleton<ILookupNormalizer, LowerCase>();
        services.AddScoped<IUserStore<Agent>, AgentStore>();
        services.AddIdentityCore<Agent>();
        services.AddScoped<IPasskeyHandler<Agent>, PasskeyHandler<Agent>>();
        services.AddSingleton<IConfigureOptions<IdentityPasskeyOptions>, PasskeyRules>();
        services.AddSingleton<SignInAttempts>();
        services.AddSingleton<SessionSightings>();
        services.AddSingleton<Passwords>();
        services.AddSingleton<TotpSecrets>();
        services.AddSingleton<SigningSecrets>();
        services.AddSingleton<SealedSecrets>();
        services.AddSingleton<IdentityTokens>();
        services.AddSingleton<DeviceCookie>();
        services.AddDataProtection().SetApplicationName("iStom.Chat");
        services.AddSingleton<DataProtectionKeys>();
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(provider => new ConfigureOptions<KeyManagementOptions>(
            options => options.XmlRepository = provider.GetRequiredService<DataProtectionKeys>()));
        services.AddSingleton<AntiforgeryToken>();
        services.AddAuthorization();
        services.AddAuthentication()
            .AddScheme<AuthenticationSchemeOptions, VisitorAuthentication>(VisitorAuthentication.SchemeName, configureOptions: null)
            .AddScheme<AuthenticationSchemeOptions, ApiKeyAuthentication>(ApiKeyAuthentication.SchemeName, configureOptions: null)
            .AddCookie(DeskCookie.Scheme, DeskCookie.Configure);
        return services;
    }

    private sealed class LowerCase : ILookupNormalizer
    {
        public string? NormalizeName(string? name) => name?.Trim().ToLowerInvariant();

        public string? NormalizeEmail(string? email) => NormalizeName(email);
    }
}
