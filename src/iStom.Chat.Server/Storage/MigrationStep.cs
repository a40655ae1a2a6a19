using System.Globalization;

namespace iStom.Chat.Server.Storage;

/// <summary>One numbered change of the layout. Once published it is never edited: a later change is a later step.</summary>
/// <param name="Number">From 1; numbers may be left out. The highest is the layout's version.</param>
/// <param name="Sql">Adds and alters; never drops, truncates or deletes, and waits for nothing outside of its transaction.</param>
public sealed record MigrationStep(int Number, string Sql)
{
    /// <summary>The steps of this server in order: <c>MartenLayout.sql</c>, then <c>Migrations/NNNN-name.sql</c>.</summary>
    public static IReadOnlyList<MigrationStep> All { get; } = ReadAll();

    private static MigrationStep[] ReadAll()
    {
        var assembly = typeof(MigrationStep).Assembly;
        var later = assembly.GetManifestResourceNames().Where(name => name.StartsWith("Migrations/", StringComparison.Ordinal)).Order(StringComparer.Ordinal);
        return [new(1, Read(assembly, "MartenLayout.sql")), .. later.Select(name => new MigrationStep(NumberIn(name), Read(assembly, name)))];
    }

    private static int NumberIn(string name) => int.Parse(name.AsSpan("Migrations/".Length, "NNNN".Length), CultureInfo.InvariantCulture);

    private static string Read(System.Reflection.Assembly assembly, string name)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
