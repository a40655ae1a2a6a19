using iStom.Chat.Domain.Sites;

namespace iStom.Chat.Server.Hosting;

/// <summary>What the section <c>Chat</c> must be.</summary>
internal static class ChatOptionsRules
{
    public static IEnumerable<string> Errors(ChatOptions options)
    {
        if (!IsOrigin(options.ChatOrigin))
        {
            yield return "Chat:ChatOrigin must be an origin such as https://chat.example.org";
        }

        if (!IsOrigin(options.DeskOrigin))
        {
            yield return "Chat:DeskOrigin must be an origin such as https://desk.example.org";
        }

        if (options.ChatOrigin is not null && options.ChatOrigin == options.DeskOrigin)
        {
            yield return "Chat:ChatOrigin and Chat:DeskOrigin must differ";
        }

        foreach (var error in options.Sites.Index().SelectMany(site => Errors(site.Index, site.Item)))
        {
            yield return error;
        }

        foreach (var twice in options.Sites.GroupBy(site => site.Key, StringComparer.Ordinal).Where(group => group.Key is not null && group.Count() > 1))
        {
            yield return $"Chat:Sites: the key \"{twice.Key}\" is there twice";
        }
    }

    private static IEnumerable<string> Errors(int index, SiteOptions site)
    {
        if (string.IsNullOrWhiteSpace(site.Key))
        {
            yield return $"Chat:Sites:{index}:Key is missing";
        }

        if (string.IsNullOrWhiteSpace(site.Name))
        {
            yield return $"Chat:Sites:{index}:Name is missing";
        }

        if (site.Origins is not { Count: > 0 })
        {
            yield return $"Chat:Sites:{index}:Origins is missing";
        }

        foreach (var origin in (site.Origins ?? []).Where(origin => !IsOrigin(origin)))
        {
            yield return $"Chat:Sites:{index}:Origins: \"{origin}\" must be like https://example.org";
        }
    }

    private static bool IsOrigin(string? text) => text is not null && text == SiteRules.OriginOf(text);
}
