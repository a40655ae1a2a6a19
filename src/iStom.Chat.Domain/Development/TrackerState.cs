namespace iStom.Chat.Domain.Development;

/// <summary>What a state of a tracker means here.</summary>
/// <param name="Name">As the tracker calls it, whatever the case.</param>
/// <param name="State">Never <see cref="DevelopmentState.Released"/>: that is for people to say.</param>
public sealed record TrackerState(string Name, DevelopmentState State);
