using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.ExceptionServices;
using System.Threading.RateLimiting;
using iStom.Chat.Domain;
using iStom.Chat.Server.Hosting;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Protocol;

namespace iStom.Chat.Server.Hubs;

/// <summary>
/// SignalR's JSON protocol on one connection, with what it leaves out.
/// A call that cannot be bound to a method (unknown, wrong types or number of arguments, streams, null) never reaches a hub
/// filter and would be answered without a code; here it keeps being a failed binding, but one whose reason is a coded refusal.
/// Whoever floods the connection, with whatever frames, is cut off.
/// And only here it is seen when a call's answer is written, which is what a stop waits for.
/// </summary>
internal sealed class CodedHubProtocol(IHubProtocol inner, TokenBucketRateLimiter frames, Drain drain) : IHubProtocol
{
    private static readonly Refusal Malformed = new("malformed");
    private static readonly Refusal UnknownMethod = new("unknown-method");
    private static readonly Refusal Flood = new("rate-limited");
    private static readonly Refusal Unavailable = new("unavailable");

    /// <summary>Set before the first message is read.</summary>
    public DrainedConnection? Connection { get; set; }

    public string Name => inner.Name;

    public int Version => inner.Version;

    public TransferFormat TransferFormat => inner.TransferFormat;

    public bool IsVersionSupported(int version) => inner.IsVersionSupported(version);

    public bool TryParseMessage(ref ReadOnlySequence<byte> input, IInvocationBinder binder, [NotNullWhen(true)] out HubMessage? message)
    {
        // A record of a kind that is not known is skipped, and says "no message" as half a record does: what follows it would
        // wait for the next frame.
        for (var before = input.Length; ; before = input.Length)
        {
            var isMessage = inner.TryParseMessage(ref input, binder, out message);
            if (input.Length == before)
            {
                return false;
            }

            Spend();
            if (isMessage)
            {
                message = Coded(message!);
                return true;
            }
        }
    }

    public void WriteMessage(HubMessage message, IBufferWriter<byte> output)
    {
        inner.WriteMessage(message, output);
        if (message is CompletionMessage { InvocationId: { } call } && Connection is not null)
        {
            drain.End(Connection, call);
        }
    }

    public ReadOnlyMemory<byte> GetMessageBytes(HubMessage message) => inner.GetMessageBytes(message);

    /// <summary>Takes a token for a record. The bucket is refilled when it is asked: no timer for every connection.</summary>
    private void Spend()
    {
        frames.TryReplenish();
        using var lease = frames.AttemptAcquire();
        if (!lease.IsAcquired)
        {
            throw HubErrors.From(Flood);
        }
    }

    private HubMessage Coded(HubMessage message) => message switch
    {
        // The binder's own exception says that there is no such method; all others come from reading the arguments.
        InvocationBindingFailureMessage { BindingFailure.SourceException: HubException } failed => Refused(failed.InvocationId, failed.Target, UnknownMethod),
        InvocationBindingFailureMessage failed => Refused(failed.InvocationId, failed.Target, Malformed),
        StreamInvocationMessage stream => Refused(stream.InvocationId, stream.Target, UnknownMethod),
        InvocationMessage { StreamIds.Length: > 0 } call => Refused(call.InvocationId, call.Target, Malformed),
        InvocationMessage call when call.Arguments.Contains(value: null) => Refused(call.InvocationId, call.Target, Malformed),
        InvocationMessage { InvocationId: { } id } call when Connection is not null && !drain.TryBegin(Connection, id) => Refused(id, call.Target, Unavailable),
        _ => message,
    };

    private static InvocationBindingFailureMessage Refused(string? id, string target, Refusal refusal) =>
        new(id, target, ExceptionDispatchInfo.Capture(HubErrors.From(refusal)));
}
