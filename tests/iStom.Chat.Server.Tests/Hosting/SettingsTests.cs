using iStom.Chat.Server.Hosting;
using Microsoft.Extensions.Configuration;

namespace iStom.Chat.Server.Tests.Hosting;

/// <summary>All that is wrong with a configuration is told at once, in words, before anything starts.</summary>
public sealed class SettingsTests
{
    private static readonly Dictionary<string, string?> Good = new(StringComparer.Ordinal)
    {
        ["Chat:ChatOrigin"] = "https://chat.example.org",
        ["Chat:DeskOrigin"] = "https://desk.example.org",
        ["Chat:Sites:0:Key"] = "i-stom",
        ["Chat:Sites:0:Name"] = "i-stom.ru",
        ["Chat:Sites:0:Origins:0"] = "https://i-stom.ru",
        ["Limits:VisitorCalls:Burst"] = "50",
        ["TrustedProxies"] = "10.0.0.1, 10.1.0.0/16",
        ["Telemetry:Otlp"] = "http://127.0.0.1:4318",
        ["ConnectionStrings:Chat"] = "Host=db.example.org;SSL Mode=VerifyFull;Root Certificate=/etc/chat/root.crt",
    };

    [Fact]
    public void A_good_configuration_has_no_errors() => Errors().ShouldBeEmpty();

    [Fact]
    public void Nothing_configured_is_two_missing_origins()
    {
        Settings.Errors(new ConfigurationBuilder().Build()).ShouldBe(
            ["Chat:ChatOrigin must be an origin such as https://chat.example.org", "Chat:DeskOrigin must be an origin such as https://desk.example.org"]);
    }

    [Fact]
    public void Every_error_is_told_and_no_value_that_may_be_a_secret()
    {
        var errors = Errors(
            ("Chat:ChatOrigin", "https://chat.example.org/"),
            ("Chat:DeskOrigin", "desk.example.org"),
            ("Chat:Sites:0:Origins:0", "i-stom.ru"),
            ("Chat:Sites:1:Key", "i-stom"),
            ("Limits:VisitorCalls:Burst", "0"),
            ("Limits:SignIns:PerSecond", "-1"),
            ("Limits:ConnectionsPerVisitor", "0"),
            ("TrustedProxies", "proxy.example.org"),
            ("Stop:Calls", "-00:00:01"),
            ("Telemetry:Otlp", "collector:4318"),
            ("Telemetry:TraceShare", "2"),
            ("Outbound:AllowedOrigins:0", "10.0.0.5"),
            ("Attachments:MaxBytes", "0"),
            ("Attachments:MaxFiles", "0"),
            ("Attachments:Scanner", "clamd:3310"),
            ("Attachments:S3:ServiceUrl", "s3.example.org"),
            ("Attachments:S3:SecretKey", " "),
            ("ConnectionStrings:Chat", "Host=x;Pasword=secret"));

        errors.ShouldBe(
        [
            "Chat:ChatOrigin must be an origin such as https://chat.example.org",
            "Chat:DeskOrigin must be an origin such as https://desk.example.org",
            "Chat:Sites:0:Origins: \"i-stom.ru\" must be like https://example.org",
            "Chat:Sites:1:Name is missing",
            "Chat:Sites:1:Origins is missing",
            "Chat:Sites: the key \"i-stom\" is there twice",
            "Limits:VisitorCalls:Burst must be at least 1",
            "Limits:SignIns:PerSecond must be from 0.001 to 1000000",
            "Limits:ConnectionsPerVisitor must be at least 1",
            "TrustedProxies: \"proxy.example.org\" is neither an address nor a network such as 10.0.0.0/8",
            "Stop:Calls must be from 0 to 5 minutes, such as 00:00:04",
            "Telemetry:Otlp must be an address such as http://127.0.0.1:4318",
            "Telemetry:TraceShare must be from 0 to 1",
            "Outbound:AllowedOrigins: \"10.0.0.5\" must be like https://example.org",
            "Attachments:MaxBytes must be at least 1",
            "Attachments:MaxFiles must be at least 1",
            "Attachments:Scanner must be like tcp://127.0.0.1:3310 or unix:/run/clamav/clamd.ctl",
            "Attachments:S3:ServiceUrl must be like https://s3.example.org",
            "Attachments:S3 needs Bucket, AccessKey, SecretKey and Region",
            "ConnectionStrings:Chat is no connection string of PostgreSQL such as Host=db.example.org;Database=chat;Username=chat;Password=…",
        ]);
    }

    [Theory]
    [InlineData("Limits:VisitorCals:Burst", "5", "VisitorCals")]
    [InlineData("Limits:ConnectionsPerVisitor", "many", "Limits:ConnectionsPerVisitor")]
    public void A_misspelt_setting_is_an_error_too(string setting, string value, string named) =>
        Errors((setting, value)).ShouldHaveSingleItem().ShouldContain(named);

    [Fact]
    public void What_was_set_here_before_says_where_it_is_now()
    {
        var errors = Errors(("Alarms:AllowedOrigins:0", "http://10.0.0.5:8080"), ("Mail:MostPerHour", "50"));

        errors.ShouldContain("Alarms:AllowedOrigins is called Outbound:AllowedOrigins now", StringComparer.Ordinal);
        errors.ShouldContain("Mail:MostPerHour is kept on the desk now, under Settings, Mail", StringComparer.Ordinal);
    }

    private static IReadOnlyList<string> Errors(params (string Key, string Value)[] changes)
    {
        var settings = new Dictionary<string, string?>(Good, StringComparer.Ordinal);
        foreach (var (key, value) in changes)
        {
            settings[key] = value;
        }

        return Settings.Errors(new ConfigurationBuilder().AddInMemoryCollection(settings).Build());
    }
}
