using System.Text.RegularExpressions;
using Shouldly;
using Xunit;

namespace iStom.Chat.Domain.Tests.Architecture;

public class DependencyRuleTests
{
    private static readonly IReadOnlyList<SourceFile> Product = Checkout.Sources("src");
    private static readonly DependencyRule Rule = new(Product);

    /// <summary>Each row of the table.</summary>
    public static TheoryData<string> Folders { get; } = [.. DependencyRule.Rows.Keys];

    /// <summary>Each pair of folders that the table keeps apart.</summary>
    public static TheoryData<string, string> Forbidden { get; } =
    [
        .. from row in DependencyRule.Rows
           from other in DependencyRule.Rows.Keys
           where other != row.Key && other != "Server" && !row.Value.Contains(other, StringComparer.Ordinal)
           select (row.Key, other),
    ];

    [Theory]
    [MemberData(nameof(Folders))]
    public void A_folder_imports_only_what_lies_below_it(string folder)
    {
        var files = Product.Where(file => file.Area == folder).ToArray();
        files.ShouldNotBeEmpty($"{folder} has a row in the table, but no file");
        files.SelectMany(Rule.Violations).ShouldBeEmpty();
    }

    [Fact]
    public void Every_folder_has_a_row() =>
        Product.Select(file => file.Area).Distinct(StringComparer.Ordinal).ShouldBe(DependencyRule.Rows.Keys, ignoreOrder: true);

    [Theory]
    [MemberData(nameof(Forbidden))]
    public void A_planted_import_is_found(string folder, string other) =>
        Planted(folder, $"using iStom.Chat.{other};").ShouldBe([$"{PathIn(folder)}: {folder} may not import {other}"]);

    [Theory]
    [MemberData(nameof(Folders))]
    public void What_the_table_allows_is_not_found(string folder) =>
        Planted(folder, string.Concat(DependencyRule.Rows[folder].Append(folder).Select(other => $"using iStom.Chat.{other};\n"))).ShouldBeEmpty();

    [Theory]
    [InlineData("using static iStom.Chat.Domain.Queue.QueueOrder;")]
    [InlineData("using Order = iStom.Chat.Domain.Queue.QueueOrder;")]
    [InlineData("class X { iStom.Chat.Domain.Queue.Lane lane; }")]
    [InlineData("class X { global::iStom.Chat.Domain.Queue.Lane lane; }")]
    [InlineData("class X { Domain.Queue.Lane lane; }")]
    [InlineData("class X { Queue.Lane lane; }")]
    public void No_form_of_import_is_overlooked(string text) =>
        Planted("Domain.Tickets", text).ShouldBe(["src/iStom.Chat.Domain/Tickets/Planted.cs: Domain.Tickets may not import Domain.Queue"]);

    [Theory]
    [InlineData("// using iStom.Chat.Domain.Queue;")]
    [InlineData("/* Queue.Lane\n */")]
    [InlineData("class X { string s = \"iStom.Chat.Domain.Queue // \"; }")]
    [InlineData("class X { string s = \"\"\"\n  Queue.Lane \"x\"\n\"\"\"; }")]
    [InlineData("class X { int y = Queue.Count; }")]
    public void Comments_strings_and_other_words_import_nothing(string text) => Planted("Domain.Tickets", text).ShouldBeEmpty();

    [Fact]
    public void Tickets_use_nothing_of_conversations_but_the_text_of_a_message()
    {
        Planted("Domain.Tickets", "using iStom.Chat.Domain.Conversations; class X { object y = MessageText.Accept(null); }").ShouldBeEmpty();
        Planted("Domain.Tickets", "using iStom.Chat.Domain.Conversations; class X { VisitorWrote y; }").ShouldBe(
            ["src/iStom.Chat.Domain/Tickets/Planted.cs: Domain.Tickets may use only MessageText of Domain.Conversations, not VisitorWrote"]);
    }

    [Fact]
    public void A_global_using_is_found() => Planted("Server.Hubs", "global using iStom.Chat.Server.Tickets;")
        .ShouldBe(["src/iStom.Chat.Server/Hubs/Planted.cs: a global using imports into every folder"]);

    [Fact]
    public void A_namespace_of_another_folder_is_found() => Planted("Server.Tickets", "namespace iStom.Chat.Server.Queue;")
        .ShouldBe(["src/iStom.Chat.Server/Tickets/Planted.cs: namespace iStom.Chat.Server.Queue is not that of its folder, iStom.Chat.Server.Tickets"]);

    [Fact]
    public void A_folder_without_a_row_is_found() => Planted("Server.Telepathy", "class X;")
        .ShouldBe(["src/iStom.Chat.Server/Telepathy/Planted.cs: Server.Telepathy has no row in the table of what may import what"]);

    [Fact]
    public void Marten_is_known_in_its_folder_alone()
    {
        Product.Where(KnowsMarten).Select(file => Path.GetDirectoryName(file.Path)).Distinct(StringComparer.Ordinal).ShouldBe(["src/iStom.Chat.Server/Storage/Marten"]);
        KnowsMarten(new("src/iStom.Chat.Server/Tickets/Planted.cs", "using JasperFx.Events;")).ShouldBeTrue();
        KnowsMarten(new("src/iStom.Chat.Server/Tickets/Planted.cs", "// Marten.IDocumentSession")).ShouldBeFalse();
    }

    private static bool KnowsMarten(SourceFile file) => Regex.IsMatch(
        file.Code, @"using (static )?(Marten|JasperFx|Weasel)\b|\biStom\.Chat\.Server\.Storage\.Marten\b", RegexOptions.ExplicitCapture, TimeSpan.FromMinutes(1));

    private static IEnumerable<string> Planted(string folder, string text) => Rule.Violations(new SourceFile(PathIn(folder), text));

    private static string PathIn(string folder) => $"src/iStom.Chat.{folder.Replace('.', '/')}/Planted.cs";
}
