using System.Collections.Concurrent;
using Microsoft.AspNetCore.SignalR;

namespace iStom.Chat.Server.Hosting.Identity;

/// <summary>The sockets of this node with what they were opened with, so that a revocation can close them.</summary>
public sealed class LiveSockets
{
    private readonly ConcurrentDictionary<string, Socket> _sockets = new(StringComparer.Ordinal);

    /// <summary>The sign-ins that agents' sockets were opened with.</summary>
    public Guid[] AgentSessions() => [.. _sockets.Values.Select(socket => socket.Session).OfType<Guid>().Distinct()];

    /// <summary>The visitors that have sockets.</summary>
    public Guid[] Visitors() => [.. _sockets.Values.Select(socket => socket.Visitor).OfType<Guid>().Distinct()];

    public void Add(HubCallerContext connection, Guid? session = null, Guid? visitor = null, Guid? browser = null) =>
        _sockets[connection.ConnectionId] = new(connection, session, visitor, browser);

    public void Remove(HubCallerContext connection) => _sockets.TryRemove(connection.ConnectionId, out _);

    /// <summary>Closes the sockets of these sign-ins.</summary>
    public void CloseAgents(IReadOnlySet<Guid> sessions) =>
        Close(socket => socket.Session is { } session && sessions.Contains(session));

    /// <summary>Closes the sockets of one visitor.</summary>
    public void CloseVisitor(Guid visitor) => Close(socket => socket.Visitor == visitor);

    /// <summary>Closes the sockets of one browser, as whomever it writes.</summary>
    public void CloseBrowser(Guid browser) => Close(socket => socket.Browser == browser);

    private void Close(Func<Socket, bool> which)
    {
        foreach (var socket in _sockets.Values.Where(which))
        {
            socket.Connection.Abort();
        }
    }

    private sealed record Socket(HubCallerContext Connection, Guid? Session, Guid? Visitor, Guid? Browser);
}
