using iStom.Chat.TestSupport;
using JasperFx;
using Weasel.Core;
using Weasel.Core.Migrations;

namespace iStom.Chat.Server.Tests.Storage.Marten;

/// <summary>Genuine Marten opens a database that the default writer made, and is content with it.</summary>
public sealed class MartenSchemaTests(TestDatabase databases) : MartenTest(databases)
{
    private const string Catalog =
        """
        select 'table ' || table_name || '.' || column_name || ' ' || ordinal_position || ' ' || data_type || ' ' || is_nullable || ' ' || coalesce(column_default, '')
          from information_schema.columns where table_schema = 'public'
        union all select 'constraint ' || conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) from pg_constraint where connamespace = 'public'::regnamespace
        union all select 'index ' || indexdef from pg_indexes where schemaname = 'public'
        union all select 'sequence ' || sequencename || ' ' || data_type || ' ' || start_value || ' ' || increment_by from pg_sequences where schemaname = 'public'
        union all select 'function ' || proname from pg_proc where pronamespace = 'public'::regnamespace
        """;

    private static readonly string[] Bookkeeping = ["mt_event_progression", "mt_high_water_skips", "mt_doc_deadletterevent", "mt_event_tag_", "mt_dcb_tag_version"];

    [Fact]
    public async Task It_adds_its_functions_and_bookkeeping_and_changes_nothing_that_is_there()
    {
        var before = await ColumnAsync<string>(Catalog);

        await Marten.Storage.ApplyAllConfiguredChangesToDatabaseAsync(AutoCreate.CreateOrUpdate);

        var after = await ColumnAsync<string>(Catalog);
        before.Except(after, StringComparer.Ordinal).ShouldBeEmpty();
        after.Except(before, StringComparer.Ordinal).Where(added => !IsBookkeeping(added)).ShouldBeEmpty();
        after.ShouldContain("function mt_quick_append_events", StringComparer.Ordinal);
    }

    [Fact]
    public async Task Nor_has_it_anything_to_add_to_a_table_of_ours()
    {
        var migration = await Marten.Storage.Database.CreateMigrationAsync(Cancellation);

        migration.Deltas.Where(delta => delta.Difference is not SchemaPatchDifference.None and not SchemaPatchDifference.Create)
            .Select(delta => delta.SchemaObject.Identifier.Name).ShouldBeEmpty();
    }

    [Fact]
    public async Task Then_the_database_matches_its_configuration()
    {
        await Marten.Storage.ApplyAllConfiguredChangesToDatabaseAsync(AutoCreate.CreateOnly);

        await Marten.Storage.Database.AssertDatabaseMatchesConfigurationAsync(Cancellation);
    }

    [Theory]
    [InlineData("alter table mt_events alter column type type text")]
    [InlineData("alter table mt_doc_ticket drop column due")]
    [InlineData("alter table mt_doc_ticket add column another int")]
    [InlineData("drop index mt_doc_ticket_idx_queued_since")]
    [InlineData("drop index mt_doc_visitor_uidx_key_hash; create index mt_doc_visitor_uidx_key_hash on mt_doc_visitor (key_hash)")]
    [InlineData("alter table mt_doc_clinic alter column mt_version type int")]
    public async Task Another_layout_would_not_match(string change)
    {
        await Marten.Storage.ApplyAllConfiguredChangesToDatabaseAsync(AutoCreate.CreateOnly);
        await using var command = Database.CreateCommand(change);
        await command.ExecuteNonQueryAsync(Cancellation);

        await Should.ThrowAsync<DatabaseValidationException>(() => Marten.Storage.Database.AssertDatabaseMatchesConfigurationAsync(Cancellation));
    }

    /// <summary>What Marten keeps for itself: functions, how far its daemon has come, gaps that it passed, events that a projection could not take, tags of events.</summary>
    private static bool IsBookkeeping(string added) =>
        added.StartsWith("function mt_", StringComparison.Ordinal) || Bookkeeping.Any(table => added.Contains(table, StringComparison.Ordinal));
}
