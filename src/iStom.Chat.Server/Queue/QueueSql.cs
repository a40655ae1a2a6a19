using iStom.Chat.Domain.Queue;
using iStom.Chat.Domain.Regulation;

namespace iStom.Chat.Server.Queue;

/// <summary>
/// The head of the queue, read off the ends of indexes: the cost follows from how many are asked for, not from how many wait.
/// The order is that of <see cref="QueueOrder"/>. What an index cannot give is gated by counts: tickets at risk are sorted
/// where they are few and else met at once in the order of their dues; those in turn are looked for only when the lanes
/// before them do not suffice. Levels and limits stand in the text, since a plan for any limit would be one for a large one.
/// </summary>
internal static class QueueSql
{
    /// <summary>Up to so many tickets at risk of one level are all read and sorted.</summary>
    private const int Few = 100;

    private const string Columns = "id, due, queued_since, number";
    private const string Arrival = "queued_since, number collate \"C\"";
    private const string NotCritical = "criticality not in ('Confirmed', 'Claimed')";

    /// <summary>A table expression <c>first(id, place)</c> of at most so many. Parameter 1: the instant.</summary>
    public static string First(int limit, params IReadOnlyList<SupportLevel> levels)
    {
        string Each(Func<SupportLevel, string> part, string between = " union all ") => string.Join(between, levels.Select(part));
        return $"""
            critical as (
              {Each(level => $"{Critical(level, "Confirmed", 1, limit)} union all {Critical(level, "Claimed", 2, limit)}")}),
            {Each(level => FewAtRisk(level, limit), ", ")},
            risk as ({Each(level => AtRisk(level, limit))}),
            turn as ({Each(level => InTurn(level, limit))}),
            first as (
              select id, row_number() over (order by lane, due, {Arrival}) as place
              from (select * from critical union all select * from risk union all select * from turn) lanes
              order by lane, due, {Arrival} limit {limit})
            """;
    }

    /// <summary>Every level, lowest first.</summary>
    public static IReadOnlyList<SupportLevel> AllLevels { get; } = Enum.GetValues<SupportLevel>();

    /// <summary>The critical lane does not go by dues.</summary>
    private static string Critical(SupportLevel level, string criticality, int lane, int limit) => $"""
        (select {lane} as lane, id, null::timestamptz as due, queued_since, number
          from mt_doc_ticket where {Waits(level)} and criticality = '{criticality}' order by {Arrival} limit {limit})
        """;

    private static string FewAtRisk(SupportLevel level, int limit) => $"""
        few_{level} as (
          select {Columns} from mt_doc_ticket
          where (select count(*) from critical) < {limit} and {Waits(level)} and at_risk_at <= $1 and {NotCritical} order by at_risk_at limit {Few + 1})
        """;

    private static string AtRisk(SupportLevel level, int limit) => $"""
        select 3 as lane, {Columns} from few_{level} where (select count(*) from few_{level}) <= {Few}
        union all
        (select 3 as lane, {Columns} from mt_doc_ticket
          where (select count(*) from few_{level}) > {Few} and {Waits(level)} and at_risk_at <= $1 and {NotCritical} order by due, {Arrival} limit {limit})
        """;

    private static string InTurn(SupportLevel level, int limit) => $"""
        (select 4 as lane, id, null::timestamptz as due, queued_since, number from mt_doc_ticket
          where (select count(*) from critical) + (select count(*) from risk) < {limit}
            and {Waits(level)} and at_risk_at > $1 and {NotCritical} order by {Arrival} limit {limit})
        """;

    private static string Waits(SupportLevel level) => $"queued_since is not null and level = '{level}'";
}
