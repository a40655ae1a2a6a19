namespace iStom.Chat.Faults.Tests.Model;

/// <summary>What is wrong with a model server. Each breaks a promise that a healthy one keeps under the same faults.</summary>
[Flags]
public enum Defects
{
    None = 0,

    /// <summary>Acknowledges what a crash still loses.</summary>
    AcksBeforeCommit = 1,

    /// <summary>Stores a repeated message again.</summary>
    HasNoUniqueIds = 2,

    /// <summary>Pushes, but does not answer who asks for what was missed.</summary>
    ForgetsTheMissed = 4,

    /// <summary>Two who take at once are given the same ticket.</summary>
    TakesWithoutLock = 8,

    /// <summary>Takes a ticket out of the queue and dies before it gives it to anybody.</summary>
    LosesTakes = 16,

    /// <summary>Lets a message in before the one that was there first.</summary>
    Reorders = 32,

    /// <summary>Shows a message before it is stored, and then refuses it.</summary>
    ShowsBeforeCommit = 64,

    /// <summary>Stores what was refused.</summary>
    StoresTheRefused = 128,

    /// <summary>Skips a number now and then, as a database sequence does.</summary>
    SkipsNumbers = 256,

    /// <summary>One conversation is never answered again.</summary>
    GetsStuck = 512,

    /// <summary>Answers who asks for what was missed with the newest, whatever they have.</summary>
    IgnoresAfter = 1024,

    /// <summary>A ticket that returns to the queue waits from then on.</summary>
    RestartsReturned = 2048,
}
