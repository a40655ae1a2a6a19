using System.Text.Json;
using iStom.Chat.Domain;
using iStom.Chat.Domain.Phone;
using iStom.Chat.Server.Calls;
using iStom.Chat.Server.Contract;
using iStom.Chat.Server.Hosting;
using iStom.Chat.Server.Hubs;
using iStom.Chat.Server.Storage;
using MediatR;
using NodaTime;

namespace iStom.Chat.Server.Pages;

/// <summary>The telephone exchange: what it tells, and what is known of it.</summary>
internal static class CallsApi
{
    /// <summary>What an exchange tells of a call, in bytes.</summary>
    private const int MaxCall = 8 * 1024;

    private static readonly JsonSerializerOptions Wire = WireJson();

    public static void MapCalls(this IEndpointRouteBuilder desk)
    {
        desk.MapPost("/api/calls", ReceiveAsync).WithTags("Calls")
            .Accepts<CallBody>("application/json")
            .Answers<ReceivedCall>(
                "tellCall", "A telephone exchange tells of an incoming call, or how far it has come; the signature is in a header.",
                "call-not-signed", "too-large", "calls-paused", "id-missing", "text-too-long", "text-malformed", "unknown-call-state", "call-length-out-of-range");
        var api = desk.MapForStaff("/api", "Calls");
        api.MapGet("/telephony", (HttpContext http, IMediator mediator) => http.AskAsync(mediator, caller => new GetTelephony(caller)))
            .Answers<TelephonyView>("getTelephony", "What is known of the telephone exchange.");
        api.MapPut("/telephony", (HttpContext http, IMediator mediator, TelephonyBody body) =>
                http.AskAsync(mediator, caller => new ChangeTelephony(caller, new(body.CityCode, body.KeepDays, SecretHint: null), body.NewSecret, body.Version)))
            .Answers<ChangedTelephony>("changeTelephony", "Changes it; a secret that was made is told once.", "changed-meanwhile", "city-code-malformed", "retention-out-of-range");
    }

    /// <summary>The signature is over the bytes as they came, so they are read before they are understood.</summary>
    private static async Task<IResult> ReceiveAsync(HttpContext http, IMediator mediator, Exchange exchange, CallWatch desks)
    {
        if (await http.ReadBodyAsync(MaxCall) is not { } raw)
        {
            return Problems.From(new("too-large"));
        }

        if (!await exchange.HasSignedAsync(raw, http.Request.Headers[RequestSignature.Header], http.RequestAborted))
        {
            return Problems.From(PhoneRefusals.NotSigned);
        }

        var received = Read(raw.Span) is { State: { } state } body
            ? await mediator.Send(new ReceiveCall(body.Id ?? "", body.From, body.To, state, body.At, body.Duration), http.RequestAborted)
            : new Refusal("malformed");
        await exchange.NoteAsync(received.Refusal, http.RequestAborted);
        if (received.Refusal is null)
        {
            await desks.TellAsync(http.RequestAborted);
        }

        return DeskCalls.Answer(received, id => Results.Json(new ReceivedCall(id)));
    }

    private static CallBody? Read(ReadOnlySpan<byte> raw)
    {
        try
        {
            return JsonSerializer.Deserialize<CallBody>(raw, Wire);
        }
        catch (Exception e) when (e is JsonException or NodaTime.Text.UnparsableValueException)
        {
            return null;
        }
    }

    private static JsonSerializerOptions WireJson()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web);
        StoreJson.AddConverters(options);
        return options;
    }

    /// <summary>id: what the exchange calls it. from: left out or empty where it is withheld. at: when the call began; left out: now. duration: in seconds.</summary>
    internal sealed record CallBody(string? Id, string? From, string? To, CallState? State, Instant? At, int? Duration);

    /// <summary>newSecret: it is made, or made anew. version: the one that was read; 0 before the first change.</summary>
    internal sealed record TelephonyBody(string? CityCode, int KeepDays, bool NewSecret, long Version);
}

/// <summary>id: ours for the call.</summary>
public sealed record ReceivedCall(Guid Id);
