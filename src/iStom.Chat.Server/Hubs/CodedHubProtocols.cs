using iStom.Chat.Server.Hosting;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Protocol;
using Microsoft.Extensions.Options;

namespace iStom.Chat.Server.Hubs;

/// <summary>Gives every connection a protocol of its own, since each has calls and a budget of its own. JSON is all we speak.</summary>
internal sealed class CodedHubProtocols(IOptions<JsonHubProtocolOptions> json, IOptions<LimitOptions> limits, Drain drain) : IHubProtocolResolver
{
    private readonly JsonHubProtocol _json = new(json);

    public IReadOnlyList<IHubProtocol> AllProtocols => [_json];

    public IHubProtocol? GetProtocol(string protocolName, IReadOnlyList<string>? supportedProtocols) =>
        string.Equals(protocolName, _json.Name, StringComparison.OrdinalIgnoreCase)
            ? new CodedHubProtocol(_json, new(limits.Value.Frames.ToOptions(refillsItself: false)), drain)
            : null;
}
