using System.Text.RegularExpressions;
using iStom.Chat.TestSupport;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection;

namespace iStom.Chat.Server.Tests.Contract;

/// <summary>The HTTP routes that a server really has, hubs apart.</summary>
internal static partial class HttpRoutes
{
    /// <summary>As <c>POST /api/tickets/{id}/take</c>, each once, in order.</summary>
    public static IReadOnlyList<string> Of(RunningServer server) =>
    [
        .. server.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<HubMetadata>() is null)
            .SelectMany(endpoint => (endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["*"])
                .Select(method => $"{method} {Constraint().Replace(endpoint.RoutePattern.RawText!, "")}"))
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal),
    ];

    [GeneratedRegex(":[a-z]+(?=})", RegexOptions.None, 2000)]
    private static partial Regex Constraint();
}
