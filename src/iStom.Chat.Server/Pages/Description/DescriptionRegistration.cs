using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace iStom.Chat.Server.Pages.Description;

/// <summary>
/// <c>GET /openapi/v1.json</c>: what the HTTP side offers. Anybody may read it, as PROTOCOL.md beside it: it is the same in
/// every installation and opens no door, while who integrates needs it before having an account.
/// </summary>
internal static class DescriptionRegistration
{
    private const string Name = "v1";

    public static void AddDescription(this IServiceCollection services)
    {
        services.AddOpenApi(Name, options =>
        {
            options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
            options.AddDocumentTransformer((document, _, _) => DescribeProduct(document));
            options.AddOperationTransformer<DescribeOperation>();
            options.AddSchemaTransformer<DescribeSchema>();
        });
        services.AddSingleton(provider => new DescriptionText(provider.GetRequiredKeyedService<IOpenApiDocumentProvider>(Name)));
    }

    public static void MapDescription(this IEndpointRouteBuilder host) => host
        .MapGet("/openapi/v1.json", async (HttpContext context, DescriptionText text) =>
        {
            context.Response.Headers.CacheControl = "no-cache";
            return Results.Content(await text.ReadAsync(), "application/json; charset=utf-8");
        })
        .ExcludeFromDescription();

    private static Task DescribeProduct(OpenApiDocument document)
    {
        document.Info = new()
        {
            Title = "iStom Chat",
            Version = Name,
            Description = "The HTTP side. Realtime is SignalR's JSON protocol on /hubs/visitor and /hubs/agent: see PROTOCOL.md. "
                + "Refusals are problem details (RFC 9457) with a stable code.",
        };
        document.Servers = [];
        document.Components ??= new();
        document.Components.SecuritySchemes = SecurityDescription.Schemes;
        foreach (var body in BodiesOf(document))
        {
            body.Required = body.Required?.Where(name => body.Properties![name].Type?.HasFlag(JsonSchemaType.Null) != true).ToHashSet(StringComparer.Ordinal);
        }

        return Task.CompletedTask;
    }

    /// <summary>What may be null may be left out of a request.</summary>
    private static IEnumerable<OpenApiSchema> BodiesOf(OpenApiDocument document) =>
        from path in document.Paths.Values
        from operation in path.Operations!.Values
        from content in operation.RequestBody?.Content?.Values ?? []
        select content.Schema is OpenApiSchemaReference { Reference.Id: { } id } ? document.Components!.Schemas![id] as OpenApiSchema : null into body
        where body is not null
        select body;
}
