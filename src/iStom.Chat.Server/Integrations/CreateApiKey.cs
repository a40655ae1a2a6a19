using FluentValidation;
using iStom.Chat.Domain;
using iStom.Chat.Domain.Clinics;
using iStom.Chat.Domain.Integrations;
using iStom.Chat.Server.Hosting.Commands;
using iStom.Chat.Server.Hosting.Identity;
using iStom.Chat.Server.Storage;
using iStom.Chat.Server.Storage.Changes;
using MediatR;
using NodaTime;

namespace iStom.Chat.Server.Integrations;

/// <summary>An administrator makes a key for another program. It is shown this once.</summary>
[AllowStaff(AgentRole.Administrator)]
public sealed record CreateApiKey(AgentCaller Caller, string Name, IReadOnlyList<string> Scopes) : AgentCommand<CreatedApiKey>(Caller);

/// <summary>secret: what the program shows; stored nowhere, so never told again.</summary>
public sealed record CreatedApiKey(ApiKeyView Key, string Secret);

internal sealed class CreateApiKeyValidator : AbstractValidator<CreateApiKey>
{
    public CreateApiKeyValidator()
    {
        RuleFor(command => command.Name).Must(name => !string.IsNullOrWhiteSpace(name)).WithErrorCode("name-missing");
        RuleFor(command => command.Name).MaximumLength(ClinicRules.LongestLine).WithErrorCode("text-too-long");
        RuleFor(command => command.Name).Must(name => !name.Any(char.IsControl) && !name.Any(char.IsSurrogate)).WithErrorCode("text-malformed");
        RuleFor(command => command.Scopes).NotEmpty().WithErrorCode("unknown-scope");
        RuleForEach(command => command.Scopes).Must(scope => ApiScopes.All.Contains(scope, StringComparer.Ordinal)).WithErrorCode("unknown-scope");
    }
}

internal sealed class CreateApiKeyHandler(IStore store, IClock clock) : IRequestHandler<CreateApiKey, Decision<CreatedApiKey>>
{
    public async Task<Decision<CreatedApiKey>> Handle(CreateApiKey request, CancellationToken cancellationToken)
    {
        var shown = ApiKeySecret.Create();
        var key = new ApiKey(new(Guid.CreateVersion7()), request.Name.Trim(), [.. request.Scopes.Distinct(StringComparer.Ordinal)], SigningSecrets.HintOf(shown), RevokedAt: null);
        var secret = new ApiKeySecret(key.Id.Value, VisitorKey.Hash(shown), UsedAt: null);
        var session = store.OpenSession();
        session.Change(new ApiKeyChanged(Before: null, key, request.Caller.Made(clock.GetCurrentInstant())), StreamVersion.None);
        session.Store(secret, StreamVersion.None, 1);
        await session.CommitAsync(cancellationToken);
        return new CreatedApiKey(ApiKeyReader.ToView(key, secret), shown);
    }
}
