using NodaTime;

namespace iStom.Chat.Server.Hosting.Identity;

/// <summary>A user as the site that has signed them in calls them.</summary>
/// <param name="Clinic">The clinic's number in the billing system.</param>
/// <param name="Subject">Which user of the clinic, for ever.</param>
/// <param name="Name">For staff; null when the site says none.</param>
/// <param name="Email">As above.</param>
/// <param name="Phone">As above.</param>
/// <param name="Token">Which token said so.</param>
/// <param name="Until">From then on the token says nothing any more.</param>
public sealed record VouchedUser(string Clinic, string Subject, string? Name, string? Email, string? Phone, Guid Token, Instant Until);
