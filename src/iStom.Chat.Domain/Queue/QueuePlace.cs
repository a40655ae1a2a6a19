namespace iStom.Chat.Domain.Queue;

/// <summary>Where a ticket stands and why.</summary>
/// <param name="Place">From 1: the number of tickets ahead, plus one.</param>
/// <param name="Lane">The part of the queue.</param>
/// <param name="Reason">Why it is there.</param>
/// <param name="Critical">How many of those ahead are in the critical lane.</param>
[System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Auto)]
public readonly record struct QueuePlace(int Place, Lane Lane, QueueReason Reason, int Critical = 0)
{
    /// <summary>How many are served before.</summary>
    public int Ahead => Place - 1;
}
