using iStom.Chat.Server.Storage;

namespace iStom.Chat.Server.Hosting.Identity;

/// <summary>The secret of a site's signing key; gone when the key is retired.</summary>
/// <param name="Id">The key's.</param>
/// <param name="Sealed">By <see cref="SigningSecrets"/>.</param>
public sealed record SigningSecret(Guid Id, string Sealed)
{
    public static IDocumentMapping Mapping { get; } = new DocumentMapping<SigningSecret>(secret => secret.Id);
}
