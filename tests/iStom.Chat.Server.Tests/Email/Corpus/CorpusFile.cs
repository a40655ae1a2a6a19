namespace iStom.Chat.Server.Tests.Email.Corpus;

/// <summary>A file of a message.</summary>
internal sealed record CorpusFile(string Name, string Type, byte[] Content);
