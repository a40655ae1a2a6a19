using System.Diagnostics;

namespace iStom.Chat.Server.Tests.Visitors;

/// <summary>Counts what a piece of work asks of the database itself: by the driver's own traces, so that nothing else that runs meanwhile is counted.</summary>
internal static class Statements
{
    private const string Driver = "Npgsql";

    public static async Task<int> CountAsync(Func<Task> work)
    {
        var count = 0;
        using var source = new ActivitySource($"work {Guid.NewGuid()}");
        ActivityTraceId trace = default;
        using var listener = new ActivityListener
        {
            ShouldListenTo = from => ReferenceEquals(from, source) || from.Name == Driver,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStarted = activity => count += activity.Source.Name == Driver && activity.TraceId == trace ? 1 : 0,
        };
        ActivitySource.AddActivityListener(listener);
        using var root = source.StartActivity("work")!;
        trace = root.TraceId;
        await work();
        return count;
    }
}
