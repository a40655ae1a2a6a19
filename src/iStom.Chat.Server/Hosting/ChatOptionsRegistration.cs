namespace iStom.Chat.Server.Hosting;

public static class ChatOptionsRegistration
{
    /// <summary>Binds the section <c>Chat</c>; a missing or malformed origin stops the start with a clear message.</summary>
    public static void AddChatOptions(this IServiceCollection services, IConfiguration configuration) => services
        .AddOptions<ChatOptions>()
        .Bind(configuration.GetSection("Chat"))
        .Validate(options => IsOrigin(options.ChatOrigin), "Chat:ChatOrigin must be an origin such as https://chat.example.org")
        .Validate(options => IsOrigin(options.DeskOrigin), "Chat:DeskOrigin must be an origin such as https://desk.example.org")
        .Validate(options => options.ChatOrigin != options.DeskOrigin, "Chat:ChatOrigin and Chat:DeskOrigin must differ")
        .Validate(options => options.Sites.All(site => site.Origins.All(IsOrigin)), "Chat:Sites: every origin must be like https://example.org")
        .ValidateOnStart();

    private static bool IsOrigin(string? text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && (uri.Scheme is "http" or "https") && text == uri.GetLeftPart(UriPartial.Authority);
}
