using iStom.Chat.Server.Clinics;
using iStom.Chat.Server.Hosting;
using iStom.Chat.Server.Hosting.Identity;
using iStom.Chat.Server.Integrations;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using NodaTime;

namespace iStom.Chat.Server.Pages;

/// <summary>Other programs: their keys, and what they may do with them. A program has no cookie, so it needs no antiforgery token.</summary>
internal static class IntegrationsApi
{
    public static void MapIntegrations(this IEndpointRouteBuilder desk)
    {
        var keys = desk.MapForStaff("/api", "Integrations");
        keys.MapGet("/api-keys", (HttpContext http, IMediator mediator) => http.AskAsync(mediator, caller => new GetApiKeys(caller)))
            .Answers<ApiKeyView[]>("getApiKeys", "All keys of the API, without what they show.");
        keys.MapPost("/api-keys", (HttpContext http, IMediator mediator, KeyBody body) => http.AskAsync(mediator, caller => new CreateApiKey(caller, body.Name ?? "", body.Scopes ?? [])))
            .Answers<CreatedApiKey>("createApiKey", "A key is made; it is shown this once.", "name-missing", "text-too-long", "text-malformed", "unknown-scope");
        keys.MapPost("/api-keys/{id:guid}/revoke", (HttpContext http, IMediator mediator, Guid id) => http.TellAsync(mediator, caller => new RevokeApiKey(caller, new(id))))
            .AnswersNothing("revokeApiKey", "A key is taken back: it opens nothing any more.", "api-key-not-found");
        keys.MapGet("/integrations", (HttpContext http, IMediator mediator) => http.AskAsync(mediator, caller => new GetIntegrations(caller)))
            .Answers<IntegrationView[]>("getIntegrations", "How the programs outside do with which we work, and what has not reached them.");
        keys.MapPut("/integrations/{name}", (HttpContext http, IMediator mediator, string name, SwitchBody body) => http.TellAsync(mediator, caller => new SwitchIntegration(caller, name, body.IsPaused)))
            .AnswersNothing("switchIntegration", "Pauses an integration, or lets it go on.", "integration-not-found");
        keys.MapPost("/deliveries/{id:guid}/resend", (HttpContext http, IMediator mediator, Guid id) => http.TellAsync(mediator, caller => new ResendDelivery(caller, id)))
            .AnswersNothing("resendDelivery", "A mail or a call that was parked is tried again.", "delivery-not-found");
        desk.MapPut("/api/clinics/{id}", PutAsync).WithTags("Integrations").RequireAuthorization(ProgramsOnly)
            .Answers<PutClinicReply>("putClinic", "What the billing system knows of a clinic, under its number there; the same again changes nothing.", "name-missing", "unknown-tariff", "dates-reversed", "too-many-contacts", "text-too-long", "text-malformed");
    }

    private static void ProgramsOnly(AuthorizationPolicyBuilder policy) =>
        policy.AddAuthenticationSchemes(ApiKeyAuthentication.SchemeName).RequireClaim(ClaimNames.ApiKey);

    private static async Task<IResult> PutAsync(HttpContext http, IMediator mediator, string id, PutBody body)
    {
        var command = new PutClinic(http.User.ReadApi(http), id, body.Name ?? "", body.Tariff, body.TariffFrom, body.TariffUntil, body.Product, body.ProductVersion, body.Phones);
        var decision = await mediator.Send(command, http.RequestAborted);
        return decision.Refusal is { } refusal ? Problems.From(refusal) : Results.Json(decision.Value);
    }

    internal sealed record SwitchBody(bool IsPaused);

    internal sealed record KeyBody(string? Name, IReadOnlyList<string>? Scopes);

    /// <summary>tariff: its name; left out: none is bought. product, productVersion, phones (those that are nobody's in particular): left out, they stay.</summary>
    internal sealed record PutBody(string? Name, string? Tariff, LocalDate? TariffFrom, LocalDate? TariffUntil, string? Product, string? ProductVersion, IReadOnlyList<string>? Phones = null);
}
