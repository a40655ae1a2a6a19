namespace iStom.Chat.Server.Hosting.HealthCauses;

/// <summary>One reason why a server may not be ready, or why somebody should look. Found by being registered.</summary>
public interface IHealthCause
{
    /// <summary>Null when there is nothing to tell. Anything thrown counts as <c>check-failed</c> and blocks.</summary>
    Task<HealthFinding?> LookAsync(CancellationToken cancellation);
}

/// <summary>What a look has found.</summary>
/// <param name="Code">Stable, kebab-case: for alerts.</param>
/// <param name="Blocks">The server cannot work; otherwise somebody should look.</param>
/// <param name="Text">For the person on duty. Everybody can read it: no addresses, no names, no exception's words.</param>
public sealed record HealthFinding(string Code, bool Blocks, string Text);
