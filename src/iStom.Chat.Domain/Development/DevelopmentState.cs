namespace iStom.Chat.Domain.Development;

/// <summary>How far development is with an item.</summary>
public enum DevelopmentState
{
    Planned,
    InWork,

    /// <summary>Made, and in no version yet that customers have.</summary>
    Done,

    /// <summary>In a version of which its customers were told. Only a release leads here.</summary>
    Released,

    /// <summary>It will not be made.</summary>
    Rejected,
}
