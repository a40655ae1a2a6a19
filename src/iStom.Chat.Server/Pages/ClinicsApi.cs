using iStom.Chat.Domain;
using iStom.Chat.Domain.Clinics;
using iStom.Chat.Domain.Regulation;
using iStom.Chat.Server.Clinics;
using iStom.Chat.Server.Clinics.Import;
using iStom.Chat.Server.Contract;
using iStom.Chat.Server.Hosting;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using NodaTime;

namespace iStom.Chat.Server.Pages;

/// <summary>Clinics and the tariffs that they buy.</summary>
internal static class ClinicsApi
{
    /// <summary>The body of a request with a list of clinics, in bytes: a file of a megabyte and a half, as base64.</summary>
    private const int MaxImport = 2 * 1024 * 1024;

    /// <summary>Refusals of what a clinic is given as.</summary>
    private static readonly string[] Form =
        ["name-missing", "number-taken", "unknown-tariff", "dates-reversed", "too-many-contacts", "text-too-long", "text-malformed", "changed-meanwhile"];

    public static void MapClinics(this IEndpointRouteBuilder desk)
    {
        var api = desk.MapForStaff("/api", "Clinics");
        api.MapGet("/clinics", (HttpContext http, IMediator mediator, string? search, Guid? before, int? limit) =>
            http.AskAsync(mediator, caller => new GetClinics(caller, search, before, limit ?? Transcript.Newest)))
            .Answers<ClinicPage>("getClinics", "The clinics by name, or those that have what is sought.", "limit-out-of-range", "text-too-long", "text-malformed");
        api.MapPost("/clinics", (HttpContext http, IMediator mediator, ClinicBody body) =>
            http.AskAsync(mediator, caller => new ChangeClinic(caller, body.Of(Guid.CreateVersion7()), Version: 0)))
            .Answers<ClinicCard>("addClinic", "A clinic is added.", Form);
        api.MapGet("/clinics/{id:guid}", (HttpContext http, IMediator mediator, Guid id) => http.AskAsync(mediator, caller => new GetClinic(caller, new(id))))
            .Answers<ClinicCard>("getClinic", "All of a clinic.", "clinic-not-found");
        api.MapPost("/clinics/{id:guid}", (HttpContext http, IMediator mediator, Guid id, ClinicBody body) =>
            http.AskAsync(mediator, caller => new ChangeClinic(caller, body.Of(id), body.Version ?? 0)))
            .Answers<ClinicCard>("changeClinic", "A clinic becomes what is given; open waits keep the tariff that they began with.", [.. Form, "clinic-not-found"]);
        MapImport(api.MapGroup("/clinics"));
        MapOfOne(api.MapGroup("/clinics/{id:guid}"));
        MapTariffs(api);
    }

    private static void MapImport(RouteGroupBuilder import)
    {
        import.WithMetadata(new RequestSizeLimitAttribute(MaxImport));
        import.MapPost("/import/preview", (HttpContext http, IMediator mediator, FileBody body) => http.AskAsync(mediator, caller => new PreviewImport(caller, body.File ?? [])))
            .Answers<ImportPreview>("previewImport", "What a list of clinics (CSV, as base64) would change; nothing is changed.");
        import.MapPost("/import", (HttpContext http, IMediator mediator, ApplyBody body) =>
            http.AskAsync(mediator, caller => new ApplyImport(caller, body.File ?? [], body.Fingerprint ?? "")))
            .Answers<ImportPreview>("applyImport", "Does what a preview has shown: all of it, or nothing.", "import-has-errors", "changed-meanwhile");
    }

    private static void MapOfOne(RouteGroupBuilder clinic)
    {
        clinic.MapGet("/tickets", (HttpContext http, IMediator mediator, Guid id, Guid? before, int? limit) =>
            http.AskAsync(mediator, caller => new GetClinicTickets(caller, new(id), before, limit ?? Transcript.Newest)))
            .Answers<TicketPage>("getClinicTickets", "All tickets of a clinic, newest first.", "limit-out-of-range");
        clinic.MapGet("/visitors", (HttpContext http, IMediator mediator, Guid id, Guid? before, int? limit) =>
            http.AskAsync(mediator, caller => new GetClinicVisitors(caller, new(id), before, limit ?? Transcript.Newest)))
            .Answers<ClinicVisitors>("getClinicVisitors", "All who write for a clinic.", "limit-out-of-range");
        clinic.MapPost("/erase-contacts", (HttpContext http, IMediator mediator, Guid id) => http.TellAsync(mediator, caller => new EraseContacts(caller, new(id))))
            .AnswersNothing("eraseContacts", "An administrator erases a clinic's contacts and notes, from its history too.", "clinic-not-found");
    }

    private static void MapTariffs(RouteGroupBuilder tariffs)
    {
        string[] form = ["name-missing", "unknown-plan", "unknown-kind", "text-too-long", "text-malformed", "changed-meanwhile"];
        tariffs.MapGet("/tariffs", (HttpContext http, IMediator mediator) => http.AskAsync(mediator, caller => new GetTariffs(caller)))
            .Answers<TariffView[]>("getTariffs", "All tariffs.");
        tariffs.MapPost("/tariffs", (HttpContext http, IMediator mediator, TariffBody body) =>
            http.AskAsync(mediator, caller => new ChangeTariff(caller, body.Of(Guid.CreateVersion7()), Version: 0)))
            .Answers<TariffView>("addTariff", "A tariff is added.", form);
        tariffs.MapPut("/tariffs/{id:guid}", (HttpContext http, IMediator mediator, Guid id, TariffBody body) =>
            http.AskAsync(mediator, caller => new ChangeTariff(caller, body.Of(id), body.Version ?? 0)))
            .Answers<TariffView>("changeTariff", "A tariff becomes what is given; open waits keep what they began with.", form);
    }

    /// <summary>version: the one that was read; left out where a clinic is added. What is left out of the rest is empty.</summary>
    internal sealed record ClinicBody(
        long? Version,
        string? Name,
        string? Number,
        TariffId? TariffId,
        LocalDate? TariffFrom,
        LocalDate? TariffUntil,
        IReadOnlyList<ContactBody>? Contacts,
        string? Product,
        string? ProductVersion,
        string? TeamViewerId,
        string? Notes)
    {
        public Clinic Of(Guid id) => new(new(id), Name ?? "")
        {
            Number = Number,
            TariffId = TariffId,
            TariffFrom = TariffFrom,
            TariffUntil = TariffUntil,
            Contacts = [.. (Contacts ?? []).Select(contact => new Contact(contact.Name ?? "", contact.Role, contact.Phones ?? [], contact.Email))],
            Product = Product,
            ProductVersion = ProductVersion,
            TeamViewerId = TeamViewerId,
            Notes = Notes,
        };
    }

    /// <summary>file: the bytes as they were saved, as base64.</summary>
    internal sealed record FileBody(byte[]? File);

    /// <summary>file: the very one that was previewed; fingerprint: the preview's.</summary>
    internal sealed record ApplyBody(byte[]? File, string? Fingerprint);

    internal sealed record ContactBody(string? Name, string? Role, IReadOnlyList<string>? Phones, string? Email);

    /// <summary>version: the one that was read; left out where a tariff is added.</summary>
    internal sealed record TariffBody(long? Version, string? Name, SupportPlan Plan, IReadOnlyList<RequestKind>? Serves, string? OfferRussian, string? OfferEnglish)
    {
        public TariffTerms Of(Guid id) => new(new(id), Name ?? "", Plan, Serves ?? [], new(OfferRussian ?? "", OfferEnglish ?? ""));
    }
}
