namespace iStom.Chat.Domain.Wording;

/// <summary>Something that the panel says was worded otherwise, or as the product words it.</summary>
public sealed record WorkingTextChanged(WorkingText? Before, WorkingText? After, Authorship Made) : IChangeOf<WorkingText>;
