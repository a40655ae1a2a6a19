namespace iStom.Chat.Server.Hosting.Identity;

/// <summary>A browser in which people have signed in.</summary>
/// <param name="Id">Of the browser.</param>
/// <param name="Accounts">Whose: <see cref="SignInAttempts.AccountOf"/>.</param>
public sealed record KnownDevice(Guid Id, IReadOnlyList<string> Accounts);
