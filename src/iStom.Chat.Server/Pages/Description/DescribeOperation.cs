using System.Globalization;
using iStom.Chat.Server.Hosting;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;
using Microsoft.OpenApi;

namespace iStom.Chat.Server.Pages.Description;

/// <summary>Adds to each route what its metadata says: its host, what it asks for, and with which codes it refuses.</summary>
internal sealed class DescribeOperation(IOptions<ChatOptions> options) : IOpenApiOperationTransformer
{
    public Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var route = context.Description.ActionDescriptor.EndpointMetadata;
        var isApi = context.Description.RelativePath!.StartsWith("api/", StringComparison.Ordinal);
        var isWrite = !HttpMethods.IsGet(context.Description.HttpMethod!);
        var security = SecurityDescription.Of(route, isWrite);
        operation.Servers = [.. ServersOf(route)];
        operation.Security = security.Length == 0 ? [] : [SecurityDescription.Requirement(security, context.Document)];
        if (security.Contains(SecurityDescription.Agent, StringComparer.Ordinal))
        {
            (operation.Parameters ??= []).Add(Locale());
        }

        var own = route.OfType<RouteRefusals>().SelectMany(refusals => refusals.Codes);
        foreach (var refused in own.Concat(Common(isApi, isWrite, operation.RequestBody is not null, security)).GroupBy(Problems.StatusOf).OrderBy(status => status.Key))
        {
            (operation.Responses ??= []).TryAdd(refused.Key.ToString(CultureInfo.InvariantCulture), RefusalDescription.Response(refused.Key, refused.Distinct(StringComparer.Ordinal)));
        }

        return Task.CompletedTask;
    }

    /// <summary>Codes that a route does not name because every route of its kind may answer with them.</summary>
    private static IEnumerable<string> Common(bool isApi, bool isWrite, bool hasBody, string[] security) =>
    [
        "internal", "unavailable",
        .. isApi ? ["rate-limited"] : Array.Empty<string>(),
        .. isWrite ? ["foreign-origin"] : Array.Empty<string>(),
        .. hasBody ? ["malformed", "too-large", "unknown-content-type"] : Array.Empty<string>(),
        .. security.Length > 0 ? ["unauthenticated", "forbidden"] : Array.Empty<string>(),
        .. security.Contains(SecurityDescription.Antiforgery, StringComparer.Ordinal) ? ["antiforgery"] : Array.Empty<string>(),
    ];

    private static OpenApiParameter Locale() => new()
    {
        Name = "locale",
        In = ParameterLocation.Query,
        Description = "The language of explanations: ru (default) or en.",
        Schema = new OpenApiSchema { Type = JsonSchemaType.String },
    };

    private IEnumerable<OpenApiServer> ServersOf(IList<object> route)
    {
        var hosts = route.OfType<IHostMetadata>().SelectMany(metadata => metadata.Hosts).ToList();
        return new[] { options.Value.ChatOrigin, options.Value.DeskOrigin }
            .Where(origin => hosts.Count == 0 || hosts.Contains(new Uri(origin).Host, StringComparer.Ordinal))
            .Select(origin => new OpenApiServer { Url = origin });
    }
}
