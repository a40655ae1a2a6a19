namespace iStom.Chat.Server.Storage.Search;

/// <summary>What a text is; the numbers are stored.</summary>
public enum SearchKind
{
    /// <summary>A ticket's subject.</summary>
    Subject = 0,

    /// <summary>What the visitor wrote or was told.</summary>
    Message = 1,

    /// <summary>What staff wrote for each other.</summary>
    Note = 2,
}
