namespace iStom.Chat.Domain.Development;

/// <summary>Another program that is told of items and releases.</summary>
/// <param name="Id">Which one; its secret is kept under it.</param>
/// <param name="Url">Where it is.</param>
/// <param name="Items">It is told when an item is added or changed.</param>
/// <param name="Releases">It is told when a version comes out.</param>
/// <param name="SecretHint">The end of the secret that signs what it is told.</param>
public sealed record DevelopmentHook(Guid Id, string Url, bool Items, bool Releases, string? SecretHint);
