namespace iStom.Chat.Server.Hosting;

/// <summary>What a route says of itself in the OpenAPI document.</summary>
public static class RouteDescription
{
    /// <summary>A route whose answer is JSON.</summary>
    /// <param name="route">The route.</param>
    /// <param name="id">What generated clients call it.</param>
    /// <param name="summary">What it does.</param>
    /// <param name="refusals">The codes of its own refusals; what any route may answer is added to them.</param>
    public static RouteHandlerBuilder Answers<T>(this RouteHandlerBuilder route, string id, string summary, params string[] refusals) =>
        route.Described(id, summary, refusals).Produces<T>();

    /// <summary>As above, of a route that answers 204.</summary>
    public static RouteHandlerBuilder AnswersNothing(this RouteHandlerBuilder route, string id, string summary, params string[] refusals) =>
        route.Described(id, summary, refusals).Produces(StatusCodes.Status204NoContent);

    /// <summary>202: it was taken, whatever comes of it.</summary>
    public static RouteHandlerBuilder AnswersAccepted(this RouteHandlerBuilder route, string id, string summary, params string[] refusals) =>
        route.Described(id, summary, refusals).Produces(StatusCodes.Status202Accepted);

    /// <summary>As above, of a document or a file.</summary>
    public static RouteHandlerBuilder AnswersFile(this RouteHandlerBuilder route, string id, string type, string summary, params string[] refusals) =>
        route.Described(id, summary, refusals).Produces(StatusCodes.Status200OK, contentType: type);

    private static RouteHandlerBuilder Described(this RouteHandlerBuilder route, string id, string summary, string[] refusals) =>
        route.WithName(id).WithSummary(summary).WithMetadata(new RouteRefusals(refusals));
}

/// <summary>The codes of a route's own refusals.</summary>
public sealed record RouteRefusals(IReadOnlyList<string> Codes);
