namespace iStom.Chat.Server.Storage;

/// <summary>Where a stored snapshot is not what its events say.</summary>
/// <param name="Kind">Of the stream: <c>ticket</c>.</param>
/// <param name="Stream">The stream, which is the snapshot's id too.</param>
/// <param name="What">The part that differs: a column, <c>data</c>, <c>stream</c> (its versions have a gap, or it ends elsewhere), <c>missing</c>, <c>orphan</c>. Never content.</param>
public sealed record Difference(string Kind, Guid Stream, string What);
