using iStom.Chat.Server.Hosting.Outbound;
using Microsoft.Extensions.Options;

namespace iStom.Chat.Server.Hosting;

/// <summary>Every setting of the product: read here, and checked before anything is started.</summary>
public static class Settings
{
    /// <summary>What is no setting of the server any more.</summary>
    private static readonly string[] Moved = ["Mail:MaxBytes", "Mail:MostPerHour", "Mail:MostAcknowledgements", "Mail:ReadingSeconds", "Mail:HeldBackDays"];

    /// <param name="builder">Of the server.</param>
    /// <param name="isServing">Whether more than the database is needed.</param>
    /// <exception cref="SettingsException">Something makes no sense; all of it is told.</exception>
    public static void AddSettings(this WebApplicationBuilder builder, bool isServing)
    {
        Add(builder.Services, builder.Configuration);
        string[] errors = isServing ? [.. Errors(builder.Configuration)] : [.. ChatDatabase.Errors(builder.Configuration)];
        if (errors.Length > 0)
        {
            throw new SettingsException(errors);
        }
    }

    /// <summary>Everything that is wrong with a configuration, in words.</summary>
    public static IReadOnlyList<string> Errors(IConfiguration configuration)
    {
        var services = new ServiceCollection().AddSingleton(configuration);
        Add(services, configuration);
        using var provider = services.BuildServiceProvider();
        return
        [
            .. ErrorsOf<ChatOptions>(provider), .. ErrorsOf<LimitOptions>(provider), .. ErrorsOf<ProxyOptions>(provider),
            .. ErrorsOf<DrainOptions>(provider), .. ErrorsOf<TelemetryOptions>(provider), .. ErrorsOf<OutboundOptions>(provider), .. ErrorsOf<MailOptions>(provider), .. ErrorsOf<TeamViewerOptions>(provider), .. ErrorsOf<AttachmentOptions>(provider), .. ChatDatabase.Errors(configuration), .. Renamed(configuration),
        ];
    }

    /// <summary>An installation that was set up before is told what is called otherwise, or kept elsewhere.</summary>
    private static IEnumerable<string> Renamed(IConfiguration configuration) =>
    [
        .. configuration.GetSection("Alarms").Exists() ? ["Alarms:AllowedOrigins is called Outbound:AllowedOrigins now"] : Array.Empty<string>(),
        .. Moved.Where(name => configuration.GetSection(name).Exists()).Select(name => $"{name} is kept on the desk now, under Settings, Mail"),
    ];

    private static void Add(IServiceCollection services, IConfiguration configuration)
    {
        Bind<ChatOptions>(services, configuration, "Chat", ChatOptionsRules.Errors);
        Bind<LimitOptions>(services, configuration, "Limits", options => options.Errors());
        Bind<DrainOptions>(services, configuration, "Stop", options => options.Errors());
        Bind<TelemetryOptions>(services, configuration, "Telemetry", options => options.Errors());
        Bind<OutboundOptions>(services, configuration, "Outbound", options => options.Errors());
        Bind<MailOptions>(services, configuration, "Mail", options => options.Errors());
        Bind<TeamViewerOptions>(services, configuration, "TeamViewer", options => options.Errors());
        Bind<AttachmentOptions>(services, configuration, "Attachments", options => options.Errors());
        services.AddSingleton<IValidateOptions<ProxyOptions>>(new Rules<ProxyOptions>(options => options.Errors));
        services.AddOptions<ProxyOptions>().Configure(options => options.Read(configuration));
    }

    /// <summary>A name that we do not know is a misspelt setting, which would otherwise be ignored in silence.</summary>
    private static void Bind<T>(IServiceCollection services, IConfiguration configuration, string section, Func<T, IEnumerable<string>> errors)
        where T : class
    {
        services.AddSingleton<IValidateOptions<T>>(new Rules<T>(errors));
        services.AddOptions<T>().Bind(configuration.GetSection(section), binder => binder.ErrorOnUnknownConfiguration = true);
    }

    private static IEnumerable<string> ErrorsOf<T>(IServiceProvider provider)
        where T : class
    {
        try
        {
            _ = provider.GetRequiredService<IOptions<T>>().Value;
            return [];
        }
        catch (OptionsValidationException e)
        {
            return e.Failures;
        }
        catch (InvalidOperationException e)
        {
            return [e.Message];
        }
    }

    private sealed class Rules<T>(Func<T, IEnumerable<string>> errors) : IValidateOptions<T>
        where T : class
    {
        public ValidateOptionsResult Validate(string? name, T options) =>
            errors(options).ToList() is { Count: > 0 } found ? ValidateOptionsResult.Fail(found) : ValidateOptionsResult.Success;
    }
}
