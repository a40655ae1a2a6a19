namespace iStom.Chat.Domain;

/// <summary>
/// Why something was not done, as a fact about the request rather than a fault of the product.
/// It carries no human text: the edge maps <see cref="Code"/> to the reader's language.
/// </summary>
/// <param name="Code">Stable kebab-case code; part of the public protocol, never reused.</param>
/// <param name="Detail">Facts that help the caller to mend the request; never another person's data.</param>
public sealed record Refusal(string Code, IReadOnlyDictionary<string, string>? Detail = null);
