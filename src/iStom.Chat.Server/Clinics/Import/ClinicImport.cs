using iStom.Chat.Domain;
using iStom.Chat.Domain.Clinics;
using iStom.Chat.Server.Contract;
using iStom.Chat.Server.Storage;

namespace iStom.Chat.Server.Clinics.Import;

/// <summary>What a file would do, worked out anew each time: a plan is what was seen if its fingerprint is the same.</summary>
public sealed class ClinicImport(ClinicReader clinics, TariffBook tariffs)
{
    /// <summary>Most lines of a file.</summary>
    public const int MostLines = 5000;

    private static readonly Guid Namespace = new("01980000-0000-7000-8000-00000000000a");

    internal async Task<ImportPlan> PlanAsync(byte[] file, CancellationToken cancellation)
    {
        var rows = ClinicFile.Read(file, out var broken);
        if (rows.Count > MostLines)
        {
            return new([Wrong(rows[MostLines], "too-many-lines")]);
        }

        string[] numbers = [.. rows.Select(ClinicColumns.NumberIn)];
        var known = (await clinics.ByNumberAsync(numbers.Where(number => !number.Contains('\0', StringComparison.Ordinal)).Distinct(StringComparer.Ordinal), cancellation)).ToDictionary(clinic => clinic.Value.Number!, StringComparer.Ordinal);
        var twice = numbers.GroupBy(number => number, StringComparer.Ordinal).Where(group => group.Count() > 1).Select(group => group.Key).ToHashSet(StringComparer.Ordinal);
        ImportStep[] header = [.. ClinicFile.ColumnsOf(rows).Where(column => !ClinicColumns.IsKnown(column)).Select(column => ImportStep.Error(1, number: null, column, "unknown-column"))];
        ImportStep[] end = broken > 0 ? [ImportStep.Error(broken, number: null, name: null, "csv-malformed")] : rows is [] ? [ImportStep.Error(1, number: null, name: null, "file-empty")] : [];
        return new([.. header, .. rows.Select(row => StepOf(row, known.GetValueOrDefault(ClinicColumns.NumberIn(row)), twice)), .. end]);
    }

    private ImportStep StepOf(ClinicRow row, Versioned<Clinic>? before, HashSet<string> twice)
    {
        var number = ClinicColumns.NumberIn(row);
        if (row.IsTooLong || number.Length == 0 || twice.Contains(number))
        {
            return Wrong(row, row.IsTooLong ? "too-many-fields" : number.Length == 0 ? "number-missing" : "number-twice");
        }

        // A clinic that is new gets its id from its number, so that the plan is the same when it is made again.
        var applied = new ClinicColumns(tariffs).Apply(row, before?.Value ?? new(new(NameBasedId.Of(Namespace, number)), ""));
        return applied.Refusal is { } refusal ? Wrong(row, refusal.Code) : new(row.Line, before?.Value, applied.Value, before?.Version ?? StreamVersion.None, Code: null);
    }

    private static ImportStep Wrong(ClinicRow row, string code) =>
        ImportStep.Error(row.Line, ClinicColumns.NumberIn(row), row.Fields.GetValueOrDefault("name") ?? row.Fields.GetValueOrDefault("название"), code);
}

/// <summary>What one line would do.</summary>
/// <param name="Line">As a text editor counts, from 1.</param>
/// <param name="Before">The clinic as it is; null when it is new.</param>
/// <param name="After">As it would be; null where the line is wrong.</param>
/// <param name="Version">Of the clinic as it is.</param>
/// <param name="Code">Why the line is wrong.</param>
internal sealed record ImportStep(int Line, Clinic? Before, Clinic? After, long Version, string? Code)
{
    private string? Number { get; init; }

    private string? Name { get; init; }

    public static ImportStep Error(int line, string? number, string? name, string code) => new(line, Before: null, After: null, Version: 0, code) { Number = number, Name = name };

    public ImportLine ToLine() => new(
        Line, After?.Number ?? Number, After?.Name ?? Name,
        Code is not null ? ImportOutcome.Error : Before is null ? ImportOutcome.Added : Fields is [] ? ImportOutcome.Unchanged : ImportOutcome.Changed,
        Before is null || After is null ? [] : Fields, Code);

    /// <summary>The names of what changes, as the card has them.</summary>
    private IReadOnlyList<string> Fields => ImportMath.FieldsOf(Before, After);
}

/// <summary>What a file would do, line by line.</summary>
internal sealed record ImportPlan(IReadOnlyList<ImportStep> Steps)
{
    /// <summary>The same for the same plan, and for no other.</summary>
    public string Fingerprint => ImportMath.FingerprintOf(Steps);

    public ImportPreview ToPreview()
    {
        ImportLine[] lines = [.. Steps.Select(step => step.ToLine())];
        int Count(ImportOutcome outcome) => lines.Count(line => line.Outcome == outcome);
        return new(Fingerprint, Count(ImportOutcome.Added), Count(ImportOutcome.Changed), Count(ImportOutcome.Unchanged), Count(ImportOutcome.Error), lines);
    }
}
