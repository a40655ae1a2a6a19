using System.Text;
using CsvHelper;

namespace iStom.Chat.Server.Clinics.Import;

/// <summary>
/// A list of clinics as spreadsheets save it: a header row, then a clinic a line; UTF-8 or windows-1251, separated by
/// <c>;</c>, <c>,</c> or tabs, quoted where need be.
/// </summary>
internal static class ClinicFile
{
    private static readonly Encoding Utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static readonly Encoding Windows1251 = CodePagesEncodingProvider.Instance.GetEncoding(1251)!;

    private static readonly CsvReaderOptions Options = CsvReaderOptions.Default with { HasHeader = false, TrackLineNumbers = true, MalformedData = CsvMalformedDataHandling.Throw };

    /// <summary>The rows with what the header calls their fields; or the first line that is no CSV.</summary>
    /// <param name="file">The bytes as they were saved.</param>
    /// <param name="broken">The line at which reading had to end; 0 when all was read.</param>
    public static IReadOnlyList<ClinicRow> Read(byte[] file, out int broken)
    {
        var text = Decode(file);
        using var reader = CsvReader.FromText(text, Options with { Separator = SeparatorOf(text) });
        var rows = new List<ClinicRow>();
        broken = 0;
        try
        {
            string[]? names = null;
            while (reader.Read())
            {
                var fields = reader.Current.ToArray();
                if (names is null)
                {
                    names = [.. fields.Select(name => name.Trim().ToLowerInvariant())];
                }
                else
                {
                    rows.Add(RowOf((int)reader.LineNumber, names, fields));
                }
            }
        }
        catch (CsvFormatException e)
        {
            broken = (int)e.LineNumber;
        }

        return rows;
    }

    /// <summary>The names of the header row.</summary>
    public static IReadOnlyList<string> ColumnsOf(IReadOnlyList<ClinicRow> rows) => rows is [] ? [] : [.. rows[0].Fields.Keys];

    /// <summary>What is no UTF-8 is from a Russian Windows.</summary>
    private static string Decode(byte[] file)
    {
        try
        {
            return Utf8.GetString(file).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            return Windows1251.GetString(file);
        }
    }

    private static ClinicRow RowOf(int line, string[] names, string[] fields) => new(
        line, fields.Length > names.Length, names.Zip(fields).DistinctBy(field => field.First, StringComparer.Ordinal).ToDictionary(field => field.First, field => field.Second.Trim(), StringComparer.Ordinal));

    private static char SeparatorOf(string text)
    {
        var header = text.AsSpan(0, text.IndexOf('\n', StringComparison.Ordinal) is >= 0 and var end ? end : text.Length);
        return header.Contains(';') ? ';' : header.Contains('\t') ? '\t' : ',';
    }
}

/// <summary>A line of the file. line: as a text editor counts, from 1; isTooLong: it has more fields than the header has names.</summary>
internal sealed record ClinicRow(int Line, bool IsTooLong, IReadOnlyDictionary<string, string> Fields);
