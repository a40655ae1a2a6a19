namespace iStom.Chat.Server.Hosting;

/// <summary>Where TeamViewer's Web API is: the configuration section <c>TeamViewer</c>. What else there is to set is kept on the desk.</summary>
public sealed record TeamViewerOptions
{
    /// <summary>The service's address. Another one, as of a gateway, is to be among the origins that may be called.</summary>
    public string Address { get; init; } = "https://webapi.teamviewer.com/";

    /// <summary>Every setting that makes no sense, in words.</summary>
    public IEnumerable<string> Errors() => Uri.TryCreate(Address, UriKind.Absolute, out var address) && address.Scheme is "https" or "http" && address.AbsolutePath == "/"
        ? []
        : [$"TeamViewer:Address: \"{Address}\" must be like https://webapi.teamviewer.com/"];
}
