using System.Linq.Expressions;
using FluentValidation;
using iStom.Chat.Domain;

namespace iStom.Chat.Server.Agents;

/// <summary>What an address, a name and roles are held to, whoever gives them.</summary>
internal static class AccountRules
{
    private const int LongestEmail = 200;
    private const int LongestName = 80;

    public static void EmailIsSound<T>(this AbstractValidator<T> validator, Expression<Func<T, string>> email) => validator.RuleFor(email)
        .Must(given => given.Length <= LongestEmail && !given.Any(sign => char.IsControl(sign) || char.IsWhiteSpace(sign))).WithErrorCode("email-malformed")
        .EmailAddress().WithErrorCode("email-malformed");

    public static void NameIsSound<T>(this AbstractValidator<T> validator, Expression<Func<T, string>> name) => validator.RuleFor(name)
        .Must(given => given.Trim().Length is > 0 and <= LongestName && !given.Any(sign => char.IsControl(sign) || char.IsSurrogate(sign))).WithErrorCode("name-malformed");

    /// <summary>None at all are sound: such an account can do nothing.</summary>
    public static void RolesAreSound<T>(this AbstractValidator<T> validator, Expression<Func<T, IReadOnlyList<AgentRole>>> roles) => validator.RuleFor(roles)
        .Must(given => given.All(Enum.IsDefined) && given.Distinct().Count() == given.Count).WithErrorCode("unknown-role");
}
