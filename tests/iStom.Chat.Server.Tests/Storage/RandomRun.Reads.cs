using iStom.Chat.Server.Agents;
using iStom.Chat.Server.Alarms;
using iStom.Chat.Server.Attachments;
using iStom.Chat.Server.Audit;
using iStom.Chat.Server.Calls;
using iStom.Chat.Server.Clinics;
using iStom.Chat.Server.Clinics.Import;
using iStom.Chat.Server.Conversations;
using iStom.Chat.Server.Development;
using iStom.Chat.Server.Integrations;
using iStom.Chat.Server.Mailboxes;
using iStom.Chat.Server.Manual;
using iStom.Chat.Server.Manual.Import;
using iStom.Chat.Server.Privacy;
using iStom.Chat.Server.Queue;
using iStom.Chat.Server.Regulation;
using iStom.Chat.Server.RemoteSupport;
using iStom.Chat.Server.Search;
using iStom.Chat.Server.Sites;
using iStom.Chat.Server.Tickets;
using iStom.Chat.Server.Visitors;
using iStom.Chat.Server.Wording;

namespace iStom.Chat.Server.Tests.Storage;

/// <content>What changes nothing.</content>
internal sealed partial class RandomRun
{
    /// <summary>Commands that change no stream.</summary>
    public static readonly Type[] ChangeNothing =
    [
        typeof(GetHistory), typeof(GetContact), typeof(GetCallback), typeof(GetTicketPhones), typeof(GetTelephony), typeof(RemoveOldCalls), typeof(GetKinds), typeof(GetTicketHistory), typeof(GetMine), typeof(GetQueue), typeof(GetTicket), typeof(GetVisitorTicket), typeof(JoinConversation), typeof(OpenTicket), typeof(SignIn),
        typeof(SignOut), typeof(SignInWithPasskey), typeof(BeginPasskeySignIn), typeof(BeginPasskey), typeof(BeginTotp), typeof(EndSession), typeof(ListAgents), typeof(ListInvitations), typeof(ListSessions), typeof(GetInvitation), typeof(GetMySecurity),
        // They need a password, a passkey or a link, and are tried in Identity.
        typeof(CreateAdministrator), typeof(ChangePassword), typeof(ConfirmTotp), typeof(RemoveTotp), typeof(RenewRecoveryCodes), typeof(AddPasskey), typeof(RemovePasskey), typeof(AcceptInvitation), typeof(GetPasswordReset), typeof(UsePasswordReset),
        typeof(ShowTyping), typeof(ShowAgentTyping), typeof(SetAvailability), typeof(GetShifts), typeof(GetRetention), typeof(PreviewRetention), typeof(GetAlarms), typeof(GetMail), typeof(TestMailbox), typeof(DismissHeldBack), typeof(RemoveOldMail), typeof(TestWebhook), typeof(AcknowledgeAlarm), typeof(ResendDelivery), typeof(GetIntegrations), typeof(KeepAlarms), typeof(GetAudit), typeof(GetCalendar), typeof(PreviewCalendar), typeof(GetRegulation),
        typeof(GetClinics), typeof(GetClinic), typeof(GetClinicTickets), typeof(GetClinicVisitors), typeof(GetTariffs), typeof(PreviewImport), typeof(GetApiKeys), typeof(SearchAll), typeof(GetSites),
        typeof(GetVisitor), typeof(GetVisitorTickets), typeof(GetBlocks), typeof(GetArticles), typeof(GetArticle), typeof(GetArticleUse), typeof(GetManualUse), typeof(GetRatings), typeof(GetRatingSummary), typeof(FindArticles), typeof(ReadArticle), typeof(GetArticleVersions), typeof(PreviewArticle), typeof(PreviewManual), typeof(GetCannedReplies), typeof(GetTexts),
        typeof(OpenVisitorFile), typeof(OpenStaffFile), typeof(GetRemoteAccess), typeof(GetRemoteCard), typeof(GetRemoteSupport), typeof(CheckRemoteSession), typeof(TestTeamViewer), typeof(GetBoard), typeof(GetDevelopmentItem), typeof(GetDevelopmentLinks),
    ];
}
