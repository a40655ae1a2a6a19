using System.Linq.Expressions;
using FluentValidation;

namespace iStom.Chat.Server.Contract;

/// <summary>What every request for a page is held to.</summary>
internal static class PageRules
{
    private const int MostPerPage = 200;

    public static void PageIsSound<T>(this AbstractValidator<T> validator, Expression<Func<T, long>> before, Expression<Func<T, int>> limit)
    {
        validator.RuleFor(before).GreaterThan(0).WithErrorCode("sequence-out-of-range");
        validator.LimitIsSound(limit);
    }

    /// <summary>The same of a page of any list.</summary>
    public static void LimitIsSound<T>(this AbstractValidator<T> validator, Expression<Func<T, int>> limit) =>
        validator.RuleFor(limit).InclusiveBetween(1, MostPerPage).WithErrorCode("limit-out-of-range");
}
