using System.Globalization;
using iStom.Chat.Server.Hosting.Commands;
using iStom.Chat.Server.Storage;
using iStom.Chat.TestSupport;
using Microsoft.Extensions.DependencyInjection;

namespace iStom.Chat.Server.Tests.Storage;

/// <summary>P14: whatever was commanded, every read model is what the events say.</summary>
public sealed class RandomRunTests(TestDatabase databases) : ServerTest(databases)
{
    private const int Steps = 200;

    /// <summary>Until every command was accepted once, but no longer than this.</summary>
    private const int MostSteps = 3000;

    /// <summary>Beside the commands seen for the first time, which are compared at once.</summary>
    private const int CompareEvery = 20;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private Rebuild Rebuild => Server.Services.GetRequiredService<Rebuild>();

    [Fact]
    public void Every_command_has_its_row() => new RandomRun(Server, seed: 0).Commands.Keys.Concat(RandomRun.ChangeNothing)
        .ShouldBe(typeof(ICommand).Assembly.GetTypes().Where(type => type is { IsAbstract: false } && type.IsAssignableTo(typeof(ICommand))), ignoreOrder: true);

    [Fact]
    public async Task Every_read_model_equals_its_rebuild_after_a_random_run_of_commands()
    {
        var seed = int.TryParse(Environment.GetEnvironmentVariable("ISTOM_SEED"), CultureInfo.InvariantCulture, out var given) ? given : Random.Shared.Next();
        var run = new RandomRun(Server, seed);
        await run.BeginAsync();
        var seen = new HashSet<Type>();
        for (var step = 1; step <= Steps || (seen.Count < run.Commands.Count && step <= MostSteps); step++)
        {
            if ((await run.StepAsync(run.Commands.Keys.Except(seen)) is { } type && seen.Add(type)) || step % CompareEvery == 0)
            {
                (await Rebuild.CompareAsync(Cancellation)).ShouldBeEmpty($"ISTOM_SEED={seed}, step {step}");
            }
        }

        (await Rebuild.CompareAsync(Cancellation)).ShouldBeEmpty($"ISTOM_SEED={seed}");
        seen.ShouldBe(run.Commands.Keys, ignoreOrder: true, $"ISTOM_SEED={seed}: each was accepted at least once");
    }

    /// <summary>Commands in parallel run into each other's versions; what comes out is no different.</summary>
    [Fact]
    public async Task Nor_does_it_differ_when_commands_run_into_each_other()
    {
        var run = new RandomRun(Server, seed: 7);
        await run.BeginAsync();
        for (var i = 0; i < 10; i++)
        {
            await run.StepAsync();
        }

        await Task.WhenAll(run.Commands.Where(row => row.Key.Name != "StartSession").SelectMany(row => Enumerable.Range(0, 5).Select(_ => row.Value())));

        (await Rebuild.CompareAsync(Cancellation)).ShouldBeEmpty();
    }
}
