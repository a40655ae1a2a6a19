namespace iStom.Chat.Benchmarks.Measuring;

/// <summary>Theirs, ours, theirs, ours, …, theirs: what disturbs the machine for a while disturbs both.</summary>
internal static class Alternating
{
    /// <summary>How many of ours; the smoke makes do with one.</summary>
    public static int Rounds { get; set; } = 5;

    public static async Task<Measure> RunAsync(string what, Goal goal, Func<Task<double>> theirs, Func<Task<double>> ours, string note = "")
    {
        List<double> their = [await theirs()], our = [];
        var client = new ClientLoad();
        for (var round = 0; round < Rounds; round++)
        {
            our.Add(await client.WatchAsync(ours));
            their.Add(await theirs());
        }

        return new(what, their, our, goal, string.Join("; ", new[] { note, client.ToString() }.Where(text => text != "")));
    }
}
