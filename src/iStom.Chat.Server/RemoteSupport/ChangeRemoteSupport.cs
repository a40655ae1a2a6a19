using System.Text;
using FluentValidation;
using iStom.Chat.Domain;
using iStom.Chat.Domain.Conversations;
using iStom.Chat.Domain.RemoteSupport;
using iStom.Chat.Server.Contract;
using iStom.Chat.Server.Hosting.Commands;
using iStom.Chat.Server.Hosting.Identity;
using iStom.Chat.Server.Storage;
using iStom.Chat.Server.Storage.Changes;
using MediatR;
using NodaTime;

namespace iStom.Chat.Server.RemoteSupport;

/// <summary>Changes how agents look at a customer's screen.</summary>
/// <param name="Wished">As it is to be, the hint of the token apart.</param>
/// <param name="Token">Of TeamViewer's Web API, kept sealed and told to nobody; null: the one that there is.</param>
/// <param name="ForgetToken">There is to be none.</param>
/// <param name="Version">The one that was read.</param>
[AllowStaff(AgentRole.Administrator)]
public sealed record ChangeRemoteSupport(AgentCaller Caller, RemoteSupportSettings Wished, string? Token, bool ForgetToken, long Version) : AgentCommand<RemoteSupportView>(Caller)
{
    /// <summary>What logs it tells nobody.</summary>
    protected override bool PrintMembers(StringBuilder builder) => builder is null;
}

internal sealed class ChangeRemoteSupportValidator : AbstractValidator<ChangeRemoteSupport>
{
    private const int LongestToken = 400;

    public ChangeRemoteSupportValidator()
    {
        RuleFor(command => command.Wished.AccessMinutes).InclusiveBetween(RemoteSupportSettings.ShortestAccess, RemoteSupportSettings.LongestAccess).WithErrorCode("access-minutes-out-of-range").OverridePropertyName("AccessMinutes");
        RuleFor(command => command.Wished.Company).MaximumLength(RemoteSupportSettings.MaxCompanyLength).WithErrorCode("text-too-long").OverridePropertyName("Company");
        RuleFor(command => command.Wished.Company).Must(IsOneLine).WithErrorCode("text-malformed").OverridePropertyName("Company");
        RuleFor(command => command.Wished.GroupName).MaximumLength(RemoteSupportSettings.MaxGroupLength).WithErrorCode("text-too-long").OverridePropertyName("GroupName");
        RuleFor(command => command.Wished.GroupName).Must(IsOneLine).WithErrorCode("text-malformed").OverridePropertyName("GroupName");
        RuleFor(command => command.Token).Must(token => token is null || (token.Length <= LongestToken && token.All(letter => letter is > ' ' and < (char)127))).WithErrorCode("token-malformed");
    }

    private static bool IsOneLine(string text) => text.Length > 0 && !text.Any(char.IsControl) && MessageText.IsWellFormed(text);
}

internal sealed class ChangeRemoteSupportHandler(IStore store, SealedSecrets secrets, IClock clock) : IRequestHandler<ChangeRemoteSupport, Decision<RemoteSupportView>>
{
    private const int ShortToken = 12;

    public async Task<Decision<RemoteSupportView>> Handle(ChangeRemoteSupport request, CancellationToken cancellationToken)
    {
        var session = store.OpenSession();
        var before = await session.LoadAsync<RemoteSupportSettings>(RemoteSupportSettings.Only, cancellationToken);
        if ((before?.Version ?? StreamVersion.None) != request.Version)
        {
            return ChangeRefusals.ChangedMeanwhile;
        }

        var token = request.ForgetToken ? null : request.Token;
        var after = request.Wished with { TokenHint = request.ForgetToken ? null : HintOf(token) ?? before?.Value.TokenHint };
        session.Change(new RemoteSupportSettingsChanged(before?.Value, after, request.Caller.Made(clock.GetCurrentInstant())), request.Version);
        if (request.ForgetToken)
        {
            SealedSecrets.Forget(session, RemoteSupportSettings.Only);
        }
        else if (token is not null)
        {
            await secrets.KeepAsync(session, RemoteSupportSettings.Only, token, cancellationToken);
        }

        await session.CommitAsync(cancellationToken);
        return new RemoteSupportView(after, request.Version + 1);
    }

    /// <summary>Of a token that is short, nothing: it would be most of it.</summary>
    private static string? HintOf(string? token) => token is null ? null : token.Length > ShortToken ? SigningSecrets.HintOf(token) : "";
}
