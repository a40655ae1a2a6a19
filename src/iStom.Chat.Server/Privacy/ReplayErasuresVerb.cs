namespace iStom.Chat.Server.Privacy;

/// <summary><c>dotnet run --project src/iStom.Chat.Server -- replay-erasures</c>: to be run after every restore.</summary>
internal static class ReplayErasuresVerb
{

    /// <summary>Replays on the migrated database and says what was done; the exit code of the process.</summary>
    public static async Task<int> ReplayErasuresAsync(this WebApplication app)
    {
        var (named, again) = await app.Services.GetRequiredService<ErasureReplay>().ReplayAsync(app.Lifetime.ApplicationStopping);
        await Console.Out.WriteLineAsync($"The erasure ledger names {named} visitors; {again} of them were in the database and are erased again.");
        return 0;
    }
}
