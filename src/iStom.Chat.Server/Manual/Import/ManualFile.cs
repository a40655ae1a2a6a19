namespace iStom.Chat.Server.Manual.Import;

/// <summary>A file of a folder of Markdown. name: without its folder, as <c>printing.md</c>; file: the bytes as they were saved, as base64.</summary>
public sealed record ManualFile(string? Name, byte[]? File);

/// <summary>What is wrong in a file. line: as a text editor counts, from 1.</summary>
public sealed record ManualError(int Line, string Code);
