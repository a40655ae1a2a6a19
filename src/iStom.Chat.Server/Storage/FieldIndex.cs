namespace iStom.Chat.Server.Storage;

/// <summary>What index a duplicated field has.</summary>
public enum FieldIndex
{
    /// <summary>None.</summary>
    None,

    /// <summary>On every row.</summary>
    Plain,

    /// <summary>On the rows that have a value.</summary>
    WhereNotNull,

    /// <summary>On every row, none of which has another's value.</summary>
    Unique,
}
