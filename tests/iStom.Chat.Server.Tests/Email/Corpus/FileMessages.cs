namespace iStom.Chat.Server.Tests.Email.Corpus;

/// <summary>Names of files in every spelling, and files in every place.</summary>
internal static class FileMessages
{
    private const string Name = "Акт сверки № 5.pdf";
    private static readonly byte[] Content = [0x25, 0x50, 0x44, 0x46, 0, 1, 2, 0xFF];

    public static IEnumerable<CorpusMessage> All()
    {
        var percent = Wire.Percent(Name);
        var cut = percent.LastIndexOf('%', 22);
        (string Name, string Type, string? Disposition, string Means)[] files =
        [
            ("ascii", "application/pdf", "attachment; filename=act.pdf", "act.pdf"),
            ("quoted", "application/pdf", "attachment; filename=\"act 5.pdf\"", "act 5.pdf"),
            ("unquoted-blanks", "application/pdf", "attachment; filename=act 5.pdf", "act 5.pdf"),
            ("semicolon-in-quotes", "application/pdf", "attachment; filename=\"act;5.pdf\"", "act;5.pdf"),
            ("rfc-2231", "application/pdf", $"attachment; filename*=utf-8''{percent}", Name),
            ("rfc-2231-koi8-r", "application/pdf", $"attachment; filename*=koi8-r'ru'{Wire.Percent("Акт.pdf", "koi8-r")}", "Акт.pdf"),
            ("rfc-2231-pieces", "application/pdf", $"attachment;\r\n filename*0*=utf-8''{percent[..cut]};\r\n filename*1*={percent[cut..]}", Name),
            ("rfc-2231-split-character", "application/pdf", "attachment; filename*0*=utf-8''%D0%90%D0; filename*1*=%BA%D1%82.pdf", "Акт.pdf"),
            ("rfc-2231-out-of-order", "application/pdf", "attachment; filename*1=\"5.pdf\"; filename*0=\"act \"", "act 5.pdf"),
            ("rfc-2231-mixed", "application/pdf", $"attachment; filename*0*=utf-8''{Wire.Percent("Акт ")}; filename*1=\"5.pdf\"", "Акт 5.pdf"),
            ("both-forms", "application/pdf", $"attachment; filename=\"act.pdf\"; filename*=utf-8''{percent}", Name),
            ("encoded-word", "application/pdf", $"attachment; filename=\"{Wire.Word(Name)}\"", Name),
            ("encoded-word-1251", "application/pdf", $"attachment; filename=\"{Wire.Word("Акт.pdf", "windows-1251", 'Q')}\"", "Акт.pdf"),
            ("encoded-words", "application/pdf", $"attachment;\r\n filename=\"{Wire.Word("Акт ")}\r\n {Wire.Word("5.pdf")}\"", "Акт 5.pdf"),
            ("encoded-word-in-pieces", "application/pdf", $"attachment; filename*0=\"{Wire.Word("Акт.pdf")[..14]}\"; filename*1=\"{Wire.Word("Акт.pdf")[14..]}\"", "Акт.pdf"),
            ("encoded-word-unquoted", "application/pdf", $"attachment; filename={Wire.Word("Акт.pdf")}", "Акт.pdf"),
            ("raw-utf-8", "application/pdf", "attachment; filename=\"Акт.pdf\"", "Акт.pdf"),
            ("only-in-type", "application/pdf; name=\"act.pdf\"", "attachment", "act.pdf"),
            ("only-in-type-encoded", $"application/pdf; name=\"{Wire.Word(Name, "windows-1251")}\"", "attachment", Name),
            ("no-disposition", "application/pdf; name=\"act.pdf\"", null, "act.pdf"),
            ("inline", "application/pdf", "inline; filename=\"act.pdf\"", "act.pdf"),
            ("unknown-disposition", "application/pdf", "form-data; filename=\"act.pdf\"", "act.pdf"),
            ("path", "application/pdf", "attachment; filename=\"C:\\\\docs\\\\act.pdf\"", "act.pdf"),
            ("climbing-path", "application/pdf", "attachment; filename=\"../../etc/act.pdf\"", "act.pdf"),
            ("text-file", "text/plain; charset=us-ascii; name=\"act.txt\"", "attachment; filename=\"act.txt\"", "act.txt"),
            ("csv", "text/csv", "attachment; filename=\"act.csv\"", "act.csv"),
            ("no-name", "application/pdf", "attachment", "file-1.pdf"),
        ];
        foreach (var (name, type, disposition, means) in files)
        {
            var raw = Wire.Raw(
                $"From: olga@example.org\nSubject: File\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n\nText\n--b\nContent-Type: {type}\n"
                + (disposition is null ? "" : $"Content-Disposition: {disposition}\n") + "Content-Transfer-Encoding: base64\n\n{0}\n--b--\n", Wire.Body(Content, "base64"));
            yield return new($"file-{name}", raw, new("File", "olga@example.org", "Text", new CorpusFile(means, type.Split(';')[0], Content)));
        }
    }
}
