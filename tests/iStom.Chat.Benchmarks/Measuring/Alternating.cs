namespace iStom.Chat.Benchmarks.Measuring;

/// <summary>Theirs, ours, theirs, ours, …, theirs: what disturbs the machine for a while disturbs both.</summary>
internal static class Alternating
{
    /// <summary>How many of ours; the smoke makes do with one.</summary>
    public static int Rounds { get; set; } = 5;

    /// <param name="what">What is measured, and its unit.</param>
    /// <param name="goal">Of the ratio.</param>
    /// <param name="theirs">Measures what ours is measured against.</param>
    /// <param name="ours">Measures ours.</param>
    /// <param name="note">What else must be known.</param>
    /// <param name="rounds">How many of ours, where it is not <see cref="Rounds"/>.</param>
    public static async Task<Measure> RunAsync(string what, Goal goal, Func<Task<double>> theirs, Func<Task<double>> ours, string note = "", int? rounds = null)
    {
        List<double> their = [await theirs()], our = [];
        var client = new ClientLoad();
        for (var round = 0; round < (rounds ?? Rounds); round++)
        {
            our.Add(await client.WatchAsync(ours));
            their.Add(await theirs());
        }

        return new(what, their, our, goal, string.Join("; ", new[] { note, client.ToString() }.Where(text => text != "")));
    }
}
