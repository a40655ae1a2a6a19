namespace iStom.Chat.Domain.Regulation;

/// <summary>What settings say of one level, in minutes of counted time.</summary>
/// <param name="BudgetMinutes">The greatest time until the reaction; at least 1.</param>
/// <param name="GuardMinutes">With so much left the ticket is at risk; 0 to the budget.</param>
public sealed record LevelSettings(int BudgetMinutes, int GuardMinutes);
