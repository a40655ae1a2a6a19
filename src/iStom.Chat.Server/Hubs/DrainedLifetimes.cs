using iStom.Chat.Server.Hosting;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.SignalR;

namespace iStom.Chat.Server.Hubs;

/// <summary>SignalR's own keeper of connections, which also tells the stop of each.</summary>
internal sealed class DrainedLifetimes<THub>(Drain drain, ILogger<DefaultHubLifetimeManager<THub>> logger) : DefaultHubLifetimeManager<THub>(logger)
    where THub : Hub
{
    public override Task OnConnectedAsync(HubConnectionContext connection)
    {
        if (connection.Protocol is CodedHubProtocol protocol)
        {
            // A close that is asked for says "come back"; Abort would say "stay away".
            var lifetime = connection.Features.Get<IConnectionLifetimeNotificationFeature>();
            protocol.Connection = new(lifetime is null ? connection.Abort : lifetime.RequestClose);
            drain.Add(protocol.Connection);
        }

        return base.OnConnectedAsync(connection);
    }

    public override Task OnDisconnectedAsync(HubConnectionContext connection)
    {
        if (connection.Protocol is CodedHubProtocol { Connection: { } drained })
        {
            drain.Remove(drained);
        }

        return base.OnDisconnectedAsync(connection);
    }
}
