using System.Net.Mail;
using FluentValidation;
using iStom.Chat.Domain;
using iStom.Chat.Domain.Conversations;
using iStom.Chat.Server.Hosting.Commands;
using iStom.Chat.Server.Hosting.Identity;
using iStom.Chat.Server.Storage;
using iStom.Chat.Server.Storage.Search;
using MediatR;

namespace iStom.Chat.Server.Conversations;

/// <summary>The visitor says where they may be reached if they leave before the answer; what is null or empty is no longer known.</summary>
[AllowVisitor]
public sealed record LeaveContact(VisitorCaller Caller, string? Email, string? Phone) : VisitorCommand<GivenContact>(Caller)
{
    /// <summary>Longest address or number, in UTF-16 code units.</summary>
    public const int LongestLine = 200;
}

/// <summary>Where a visitor may be reached, as they say; null: they have not said.</summary>
public sealed record GivenContact(string? Email, string? Phone)
{
    internal static GivenContact Of(Visitor visitor) => new(visitor.GivenEmail, visitor.GivenPhone);
}

internal sealed class LeaveContactValidator : AbstractValidator<LeaveContact>
{
    public LeaveContactValidator()
    {
        RuleFor(command => command.Email).Must(email => IsNone(email) || (IsLine(email!) && MailAddress.TryCreate(email, out var address) && address.Address == email!.Trim())).WithErrorCode("email-malformed");
        RuleFor(command => command.Phone).Must(phone => IsNone(phone) || (IsLine(phone!) && PhoneDigits.Is(phone!.Trim()))).WithErrorCode("phone-malformed");
    }

    private static bool IsNone(string? text) => string.IsNullOrWhiteSpace(text);

    private static bool IsLine(string text) => text.Length <= LeaveContact.LongestLine && MessageText.IsWellFormed(text) && !text.Contains('\n', StringComparison.Ordinal);
}

internal sealed class LeaveContactHandler(IStore store) : IRequestHandler<LeaveContact, Decision<GivenContact>>
{
    public async Task<Decision<GivenContact>> Handle(LeaveContact request, CancellationToken cancellationToken)
    {
        var session = store.OpenSession();
        var visitor = (await session.LoadAsync<Visitor>(request.Caller.Visitor.Value, cancellationToken))!;
        var after = visitor.Value with { GivenEmail = Line(request.Email), GivenPhone = Line(request.Phone) };
        if (after != visitor.Value)
        {
            session.Store(after, visitor.Version, visitor.Version + 1);
            await session.CommitAsync(cancellationToken);
        }

        return GivenContact.Of(after);
    }

    private static string? Line(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
