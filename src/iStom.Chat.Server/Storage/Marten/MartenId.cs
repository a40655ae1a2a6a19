using System.Reflection;
using Weasel.Storage;

namespace iStom.Chat.Server.Storage.Marten;

/// <summary>Marten knows a document by its own type of id, the seam by the UUID in it.</summary>
public static class MartenId<T>
    where T : class
{
    private static readonly Type IdType = typeof(T).GetProperty("Id")!.PropertyType;

    private static readonly Func<IVersionTracker, object, long> Find = typeof(MartenId<T>)
        .GetMethod(nameof(FindBy), BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(IdType)
        .CreateDelegate<Func<IVersionTracker, object, long>>();

    /// <summary>The id as Marten wants it.</summary>
    public static object Of(Guid id) => IdType == typeof(Guid) ? id : Activator.CreateInstance(IdType, id)!;

    /// <summary>The version that a document was loaded at.</summary>
    public static long RevisionOf(IVersionTracker loaded, object id) => Find(loaded, id);

    private static long FindBy<TId>(IVersionTracker loaded, object id)
        where TId : struct =>
        loaded.RevisionFor<T, TId>((TId)id)!.Value;
}
