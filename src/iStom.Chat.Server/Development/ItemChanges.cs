using iStom.Chat.Domain;
using iStom.Chat.Domain.Development;
using iStom.Chat.Server.Storage;
using iStom.Chat.Server.Storage.Changes;

namespace iStom.Chat.Server.Development;

/// <summary>How items are kept, whoever changes them.</summary>
public sealed class ItemChanges(DevelopmentReader items, DevelopmentHooks hooks)
{
    /// <summary>Adds or changes an item with the session's commit; the same again: nothing new. Refuses what <see cref="DevelopmentRules"/> and other items do not allow.</summary>
    public async Task<Decision<DevelopmentItem>> KeepAsync(IStoreSession session, Versioned<DevelopmentItem>? before, DevelopmentItem wished, Authorship made, CancellationToken cancellation)
    {
        var accepted = DevelopmentRules.Accept(wished with { ReleasedIn = before?.Value.ReleasedIn, HeardAt = wished.HeardAt ?? before?.Value.HeardAt });
        if ((DevelopmentRules.RefusalToChange(before?.Value, wished) ?? accepted.Refusal) is { } refusal)
        {
            return refusal;
        }

        if (accepted.Value.ExternalKey is { } key && await items.ByKeyAsync(key, cancellation) is { } other && other.Id != wished.Id)
        {
            return DevelopmentRefusals.KeyTaken;
        }

        if (accepted.Value != before?.Value)
        {
            Keep(session, before, accepted.Value, made);
        }

        return accepted.Value;
    }

    /// <summary>The item becomes this with the session's commit, and whoever is to be told of it is.</summary>
    public void Keep(IStoreSession session, Versioned<DevelopmentItem>? before, DevelopmentItem after, Authorship made)
    {
        var version = before?.Version ?? StreamVersion.None;
        session.Change(new DevelopmentItemChanged(before?.Value, after, made), version);
        hooks.LeaveItem(session, after, version + 1, made.At);
    }
}
