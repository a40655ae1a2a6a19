using System.Text.RegularExpressions;
using iStom.Chat.Server.Storage;
using iStom.Chat.TestSupport;
using Npgsql;

namespace iStom.Chat.Server.Tests.Storage;

/// <summary>A database is brought to the newest layout whatever happens on the way, and nothing in it is lost.</summary>
public sealed class MigrationTests(TestDatabase databases) : IAsyncLifetime
{
    private static readonly MigrationStep[] Steps =
    [
        .. MigrationStep.All,
        new(Latest + 1, "create table later (id int primary key)"),
        new(Latest + 2, "insert into later values (1); alter table later add column note varchar null"),
    ];

    private NpgsqlDataSource _database = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static int Latest => MigrationStep.All[^1].Number;

    public async ValueTask InitializeAsync() => _database = NpgsqlDataSource.Create(await databases.CreateDatabaseAsync());

    public async ValueTask DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task Servers_that_start_at_once_apply_each_step_once()
    {
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Migration.ApplyAsync(_database, Steps, Cancellation)));

        (await Scalar("select string_agg(version::text, ',' order by version) from istom_schema")).ShouldBe(string.Join(',', Steps.Select(step => step.Number)));
        (await Scalar("select count(*) from later")).ShouldBe(1L);
    }

    [Fact]
    public async Task It_can_run_again_and_leaves_what_is_there()
    {
        await Migration.ApplyAsync(_database, Cancellation);
        await Execute("insert into mt_streams (id, type, version) values (gen_random_uuid(), 'ticket', 7)");

        await Migration.ApplyAsync(_database, Cancellation);

        (await Scalar("select version from mt_streams")).ShouldBe(7L);
        (await Scalar("select max(version) from istom_schema")).ShouldBe(Latest);
    }

    [Theory]
    [InlineData("create table half (id int); select 1 / 0")]
    [InlineData("create table half (id int); select pg_terminate_backend(pg_backend_pid())")]
    public async Task An_interrupted_one_leaves_no_half_and_goes_on_where_it_stopped(string broken)
    {
        MigrationStep[] interrupted = [.. Steps[..^1], Steps[^1] with { Sql = broken }];
        await Should.ThrowAsync<NpgsqlException>(() => Migration.ApplyAsync(_database, interrupted, Cancellation));
        (await Scalar("select max(version) from istom_schema")).ShouldBe(Latest + 1);
        (await Scalar("select to_regclass('half') is null")).ShouldBe(true);

        await Migration.ApplyAsync(_database, Steps, Cancellation);

        (await Scalar("select max(version) from istom_schema")).ShouldBe(Latest + 2);
        (await Scalar("select count(*) from later")).ShouldBe(1L);
    }

    [Fact]
    public async Task A_database_of_the_first_layout_is_brought_up()
    {
        await Migration.ApplyAsync(_database, [MigrationStep.All[0]], Cancellation);

        await Migration.ApplyAsync(_database, Cancellation);

        (await Scalar("select to_regclass('istom_outbox') is not null")).ShouldBe(true);
    }

    [Fact]
    public async Task A_newer_database_is_refused_in_one_clear_line_and_left_as_it_is()
    {
        await Migration.ApplyAsync(_database, Steps, Cancellation);

        var refused = await Should.ThrowAsync<NewerDatabaseException>(() => Migration.ApplyAsync(_database, Cancellation));

        refused.Message.ShouldBe($"The database has layout {Latest + 2}, and this server knows layouts up to {Latest}: start the newer server, or restore a backup from before its first start.");
        (await Scalar("select max(version) from istom_schema")).ShouldBe(Latest + 2);
    }

    [Fact]
    public async Task A_step_that_came_later_under_a_lower_number_is_applied_too()
    {
        MigrationStep[] late = [.. MigrationStep.All, new(Latest + 1, "create table early (id int)"), new(Latest + 2, "create table later (id int)")];
        await Migration.ApplyAsync(_database, [.. MigrationStep.All, late[^1]], Cancellation);

        await Migration.ApplyAsync(_database, late, Cancellation);

        (await Scalar("select to_regclass('early') is not null")).ShouldBe(true);
    }

    [Fact]
    public void The_steps_are_in_the_order_of_their_numbers_each_of_which_is_there_once()
    {
        MigrationStep.All.Select(step => step.Number).ShouldBeUnique();
        MigrationStep.All.Select(step => step.Number).ShouldBeInOrder();
        var files = Directory.GetFiles(Repository.PathTo("src", "iStom.Chat.Server", "Storage", "Migrations")).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal);
        files.Select(name => int.Parse(name[..4], System.Globalization.CultureInfo.InvariantCulture)).ShouldBe(MigrationStep.All.Skip(1).Select(step => step.Number));
    }

    [Fact]
    public void No_step_destroys()
    {
        foreach (var step in MigrationStep.All)
        {
            Destroys(step.Sql).ShouldBeFalse($"step {step.Number} drops, truncates or deletes");
        }
    }

    [Theory]
    [InlineData("DROP TABLE mt_events")]
    [InlineData("alter table mt_events\n  drop column data")]
    [InlineData("truncate mt_events")]
    [InlineData("delete from mt_events")]
    public void A_step_that_destroys_would_be_seen(string sql) => Destroys(sql).ShouldBeTrue();

    private static bool Destroys(string sql) => Regex.IsMatch(
        Regex.Replace(sql, "--.*|on delete cascade", ""), @"\b(?:drop|truncate|delete)\b", RegexOptions.IgnoreCase);

    private async Task<object?> Scalar(string sql)
    {
        await using var command = _database.CreateCommand(sql);
        return await command.ExecuteScalarAsync(Cancellation);
    }

    private async Task Execute(string sql)
    {
        await using var command = _database.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(Cancellation);
    }
}
