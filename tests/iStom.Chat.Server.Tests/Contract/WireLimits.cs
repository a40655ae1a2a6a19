using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using iStom.Chat.Domain;
using iStom.Chat.Server.Hosting;
using NodaTime;

namespace iStom.Chat.Server.Tests.Contract;

/// <summary>The limits in the code, under the names that PROTOCOL.md gives them.</summary>
internal static partial class WireLimits
{
    private static readonly BindingFlags All = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    private static readonly (string Label, string Field)[] Told =
    [
        ("A message of a client on a hub, in bytes", "HubRegistration.MaxMessage"),
        ("What is kept for a client that does not read, in bytes", "PageRegistration.MaxBuffer"),
        ("The body of a request over HTTP, in bytes", "EdgeRegistration.MaxBody"),
        ("A text, in UTF-16 code units", "MessageText.MaxLength"),
        ("The name of a file, in UTF-16 code units; the rest is cut off", "FileName.LongestName"),
        ("A file that no message has taken is removed after", "RemoveForgottenFiles.WaitLimit"),
        ("Entries of `Join` and `Open` after 0", "Transcript.Newest"),
        ("Entries of `Join` and `Open`", "Transcript.Most"),
        ("Entries of a page of `History`, and of other lists", "PageRules.MostPerPage"),
        ("Entries of a page of the audit", "GetAudit.Longest"),
        ("Entries of a page of a search", "SearchAll.MostPerPage"),
        ("What is searched for, in UTF-16 code units", "SearchPhrase.Longest"),
        ("Words of a search", "SearchPhrase.MostWords"),
        ("A search is given up after", "SearchReader.Patience"),
        ("Promises in the preview of a calendar", "PreviewCalendarHandler.Shown"),
        ("The name of an edition of the regulation, in UTF-16 code units", "RegulationSettings.LongestName"),
        ("A name, a number or another line, in UTF-16 code units", "ClinicRules.LongestLine"),
        ("The body of a request with a list of clinics, in bytes", "ClinicsApi.MaxImport"),
        ("Lines of a list of clinics", "ClinicImport.MostLines"),
        ("The body of a request with an article, in bytes", "ManualApi.MaxArticle"),
        ("The body of a request with a folder of Markdown, in bytes", "ManualApi.MaxFolder"),
        ("Files of a folder of Markdown", "ManualImport.MostFiles"),
        ("The body of an article, in UTF-16 code units", "ManualRules.LongestBody"),
        ("A title, a tag, a product or a module, in UTF-16 code units", "ManualRules.LongestTitle"),
        ("Tags of an article", "ManualRules.MostTags"),
        ("What is looked up in the manual, in UTF-16 code units", "FindArticles.Longest"),
        ("Articles in one answer to it", "ArticleSearch.Shown"),
        ("Articles that are noted of a ticket", "ShownArticle.Most"),
        ("Articles of which it is counted how they served", "GetManualUse.Most"),
        ("The title of a canned reply, in UTF-16 code units", "CannedRules.LongestTitle"),
        ("The shortcut of a canned reply, in UTF-16 code units", "CannedRules.LongestShortcut"),
        ("Contacts of a clinic, and phones of a contact", "ClinicRules.MostContacts"),
        ("The name of a site and the heading of its panel, in UTF-16 code units", "SiteRules.LongestName"),
        ("The greeting of a site, in UTF-16 code units", "SiteRules.LongestGreeting"),
        ("Origins of a site", "SiteRules.MostOrigins"),
        ("A site's notice on personal data, and the link in it, in UTF-16 code units", "SiteRules.LongestNotice"),
        ("Signing keys of a site that are believed at a time", "Site.MostKeys"),
        ("A site's token of its user serves for, from `iat` to `exp`", "IdentityTokens.LongestLife"),
        ("A site's clock may be wrong by", "IdentityTokens.ClockSkew"),
        ("A site's token, in signs", "IdentityTokens.LongestToken"),
        ("A claim of it, in UTF-16 code units", "IdentityTokens.LongestClaim"),
        ("The reason of a block, in UTF-16 code units", "VisitorBlock.LongestReason"),
        ("Messages that are split off at once", "SplitTicketValidator.MostMessages"),
        ("The address and the phone that a visitor leaves, in UTF-16 code units", "LeaveContact.LongestLine"),
        ("The name and the phone of whoever called, in UTF-16 code units", "Customer.LongestLine"),
        ("Events in `Open`", "OpenTicketHandler.MostEvents"),
        ("Tickets in `Queue` and `Desk`", "QueueMapper.Shown"),
        ("The greatest `total` of `Queue` and `Desk`", "QueueReader.MostCounted"),
        ("The greatest `ahead` that a visitor is told", "TicketMapper.MostAhead"),
        ("The preview of a ticket, in UTF-16 code units", "TicketOpening.SubjectLength"),
        ("Address and password, in UTF-16 code units each", "SignInValidator.Longest"),
        ("Wrong passwords until their network or browser is locked out", "SignInAttempts.WrongPasswords"),
        ("How long it is locked out", "SignInAttempts.Lockout"),
        ("Wrong passwords of all strangers until they are locked out", "SignInAttempts.WrongPasswordsOfStrangers"),
        ("How long strangers are locked out", "SignInAttempts.StrangersLockout"),
        ("A new password, in UTF-16 code units", "PasswordRules.Longest"),
        ("The address of an account, in UTF-16 code units", "AccountRules.LongestEmail"),
        ("The name of an account or a passkey, in UTF-16 code units", "AccountRules.LongestName"),
        ("Tickets handed over at once", "HandOverValidator.MostTickets"),
        ("The greatest `chatLimit`", "ChangeAgentRightsValidator.MostChats"),
        ("The greatest `repeatMinutes` of an alarm", "AlarmSettings.LongestRepeat"),
        ("Addresses that alarms are mailed to", "AlarmSettings.MostAddresses"),
        ("The greatest number of days that something is kept", "RetentionSettings.LongestDays"),
        ("The greatest `largestMebibytes` of mail", "MailSettings.LargestMail"),
        ("The greatest `mostPerHour` of mail", "MailSettings.LargestPerHour"),
        ("The greatest `mostAcknowledgements` of mail", "MailSettings.LargestAcknowledgements"),
        ("The greatest `readingMinutes` of mail", "MailSettings.LongestReading"),
        ("The greatest `heldBackDays` of mail", "MailSettings.LongestHeldBack"),
        ("What is counted in the preview of a retention", "Outdated.MostCounted"),
        ("The address of another program, in UTF-16 code units", "OutboundGuard.Longest"),
        ("Items of the board in one answer", "GetBoardHandler.Most"),
        ("The title, the key or the planned version of a development item, in UTF-16 code units", "DevelopmentRules.LongestLine"),
        ("Its link, in UTF-16 code units", "DevelopmentRules.LongestLink"),
        ("A version, in UTF-16 code units", "ProgramVersion.Longest"),
        ("Items of a version", "DevelopmentRules.MostItems"),
        ("What customers are told of a version, in UTF-16 code units", "DevelopmentRules.LongestText"),
        ("What an issue tracker sends, in bytes", "TrackerGate.MaxBody"),
        ("Programs that are told of development", "DevelopmentSettings.MostHooks"),
        ("States of an issue tracker that have a meaning", "DevelopmentSettings.MostStates"),
        ("Passkeys of an account", "AddPasskeyHandler.MostPasskeys"),
        ("A passkey's challenge can be answered for", "PasskeyChallenge.AnswerLimit"),
        ("The link of an invitation opens for", "Invitation.LinkLife"),
        ("The link to a new password opens for", "PasswordReset.LinkLife"),
        ("A sign-in lasts", "AgentSession.Longest"),
        ("A visitor's key is replaced after", "Visitor.KeyLife"),
        ("A replaced key still opens for", "Visitor.KeyGrace"),
        ("A number that can be called, in UTF-16 code units", "PhoneNumber.LongestText"),
        ("An exchange's id of a call, and each number in it, in UTF-16 code units", "ReceiveCall.LongestLine"),
        ("What an exchange tells of a call, in bytes", "CallsApi.MaxCall"),
        ("A call that can be logged lasts, at most", "TicketCalls.Longest"),
        ("A call that has ended stays on the desks for", "CallReader.Shown"),
        ("A call of which no end is told stays there for", "CallReader.LongestShown"),
        ("The greatest number of days that records of calls are kept", "TelephonySettings.LongestKeepDays"),
        ("A resolved ticket is closed after", "TicketEnding.CloseAfter"),
        ("The purpose of remote support, in UTF-16 code units", "TicketRemoteSupport.MaxPurposeLength"),
        ("An id of TeamViewer, in digits, at most", "TeamViewerAccess.LongestId"),
        ("A password of TeamViewer, in UTF-16 code units", "TeamViewerAccess.LongestPassword"),
        ("The greatest `accessMinutes` of remote support", "RemoteSupportSettings.LongestAccess"),
        ("The company on the card of remote support, in UTF-16 code units", "RemoteSupportSettings.MaxCompanyLength"),
        ("The group at TeamViewer, in UTF-16 code units", "RemoteSupportSettings.MaxGroupLength"),
        ("The token of TeamViewer, in UTF-16 code units", "ChangeRemoteSupportValidator.LongestToken"),
        ("The best rating", "TicketFeedback.MostStars"),
        ("The comment of a rating, in UTF-16 code units", "TicketFeedback.LongestComment"),
        ("A rating can be changed for", "TicketFeedback.ChangeLimit"),
        ("An agent who is away keeps a ticket on which somebody waits for", "TicketAssignment.AwayLimit"),
    ];

    /// <summary>Limits that no client meets.</summary>
    private static readonly string[] Inner =
    [
        "TicketNotes.MaxTags", "TicketNotes.MaxTagLength", "ClaimHistory.RejectedLimit", "OutboxWorker.ReasonLength", "DemoPassword.Length",
        "EmbeddedPostgres.StopLimit", "SocketFolder.LongestFolder", "Telemetry.LongestFlush", "MissedPushes.Most", "SnapshotMemory.Most", "RegulationSettings.LongestBudget", "DeviceCookie.MostAccounts",
        "ApiKeyAuthentication.LongestKey", "FileContent.Longest", "ZipDirectory.LongestComment", "ZipDirectory.EndLength", "ZipDirectory.EntryLength",
        "Template.LongestName", "TextSearch.Newest", "TextSearch.NewestFiltered", "SimilarWords.Most", "Highlight.Shown", "SearchCursor.Length", "ArticleSearch.MostWords",
        "ChangeMailboxValidator.LongestSecret", "LetterWriter.MostQuoted", "MailboxFetch.LongestDelay", "MailPlaces.MostMerges", "MailReports.Most", "MailReturns.LongestWords",
        "MailText.LongestSubject", "RequestSignature.MacLength", "MailboxRules.LongestLine", "MailFiles.SmallestPicture", "LetterBox.Page", "OutboundCalls.LongestAnswer", "GetIntegrationsHandler.Most", "PhoneBook.Most", "PhoneNumber.MostDigits", "CallReader.Most", "CallReader.MostTickets",
        "TeamViewerApi.LongestName", "ServiceClosing.MostTries", "ChangeRemoteSupportHandler.ShortToken", "SigningSecrets.HintLength", "PlainYes.MostWords",
    ];

    /// <summary>As the table has them: name and value.</summary>
    public static IEnumerable<string> OnTheWire =>
    [
        .. Told.Select(limit => $"{limit.Label} = {Write(Fields().Single(candidate => Name(candidate) == limit.Field).GetValue(null)!)}"),
        .. typeof(LimitOptions).GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .Where(property => property.SetMethod is not null)
            .Select(property => $"{property.Name} = {Write(property.GetValue(new LimitOptions())!)}"),
    ];

    /// <summary>Limits, by their names, of which nobody has said whether clients meet them.</summary>
    public static IEnumerable<string> Unclassified => Fields().Select(Name)
        .Where(name => IsLimit().IsMatch(name)).Except([.. Told.Select(limit => limit.Field), .. Inner], StringComparer.Ordinal);

    private static IEnumerable<FieldInfo> Fields() =>
        from type in typeof(LimitOptions).Assembly.GetTypes().Concat(typeof(Refusal).Assembly.GetTypes())
        // What is read of a mail, and how long a mail server may take, no client meets.
        where type.Namespace?.StartsWith("iStom.Chat.Server.Email", StringComparison.Ordinal) != true
        from field in type.GetFields(All)
        where (field.IsLiteral || field.IsInitOnly) && (field.FieldType == typeof(int) || field.FieldType == typeof(TimeSpan) || field.FieldType == typeof(Duration))
        select field;

    private static string Name(FieldInfo field) => $"{field.DeclaringType!.Name}.{field.Name}";

    private static string Write(object value) => value switch
    {
        Bucket bucket => string.Create(CultureInfo.InvariantCulture, $"{bucket.Burst:N0}, then {bucket.PerSecond} a second"),
        Duration duration => Write(duration.ToTimeSpan()),
        TimeSpan { Ticks: < TimeSpan.TicksPerMinute } time => $"{time.Seconds} s",
        TimeSpan { Hours: 0, Minutes: 0 } time => $"{time.Days} d",
        TimeSpan { Minutes: 0 } time => $"{time.Hours} h",
        TimeSpan time => $"{time.Minutes} min",
        _ => string.Create(CultureInfo.InvariantCulture, $"{value:N0}"),
    };

    [GeneratedRegex(@"\.(Max|Most|Longest|Shown|Newest|Wrong)|(Length|Limit|Life|Grace|Lockout|CloseAfter)$", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex IsLimit();
}
