namespace iStom.Chat.Server.Tests.Email.Corpus;

/// <summary>What another parser found in a message.</summary>
internal sealed record PeerMail(string? Error, string? Subject, PeerAddress[]? From, string? Text, PeerFile[]? Files);

/// <summary>An address as it found it.</summary>
internal sealed record PeerAddress(string Name, string Address);

/// <summary>A file as it found it; its content in base64.</summary>
internal sealed record PeerFile(string Name, string Type, string Content);
