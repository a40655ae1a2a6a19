namespace iStom.Chat.Server.Hosting.Commands;

/// <summary>One of the desk's own commands, given again and again.</summary>
public interface IPeriodicCommand : ICommand
{
    /// <summary>How often. An hour, where nothing is said.</summary>
    static virtual TimeSpan Interval => TimeSpan.FromHours(1);

    Caller ICommand.By => DeskCaller.Itself;
}
