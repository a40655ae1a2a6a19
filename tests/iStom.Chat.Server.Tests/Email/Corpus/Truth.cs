namespace iStom.Chat.Server.Tests.Email.Corpus;

/// <summary>What a message says, by whoever made it.</summary>
internal sealed record Truth(string Subject, string From, string Text, params CorpusFile[] Files);
