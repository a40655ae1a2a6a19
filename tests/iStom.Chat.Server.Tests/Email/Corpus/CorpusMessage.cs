namespace iStom.Chat.Server.Tests.Email.Corpus;

/// <summary>A message of the corpus.</summary>
/// <param name="Name">Family and what is special in it.</param>
/// <param name="Raw">As it is on the wire.</param>
/// <param name="Truth">What its writer meant; nothing where that cannot be told.</param>
internal sealed record CorpusMessage(string Name, byte[] Raw, Truth? Truth = null);
