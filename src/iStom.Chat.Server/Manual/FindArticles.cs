using FluentValidation;
using iStom.Chat.Domain;
using iStom.Chat.Server.Hosting.Commands;
using MediatR;

namespace iStom.Chat.Server.Manual;

/// <summary>Published articles, in the visitor's language, that may answer what they are typing. The text is neither kept nor logged.</summary>
[AllowVisitor]
public sealed record FindArticles(VisitorCaller Caller, string Text) : VisitorCommand<FoundArticle[]>(Caller)
{
    /// <summary>Longest text, in UTF-16 code units; of a longer one the beginning says what it is about.</summary>
    public const int Longest = 500;

    public override string ToString() => nameof(FindArticles);
}

/// <summary>An article by its title.</summary>
public sealed record FoundArticle(ArticleId Id, string Title);

internal sealed class FindArticlesValidator : AbstractValidator<FindArticles>
{
    public FindArticlesValidator()
    {
        RuleFor(query => query.Text).MaximumLength(FindArticles.Longest).WithErrorCode("text-too-long");
        RuleFor(query => query.Text).Must(text => !text.Contains('\0', StringComparison.Ordinal)).WithErrorCode("text-malformed");
    }
}

internal sealed class FindArticlesHandler(ArticleSearch search) : IRequestHandler<FindArticles, Decision<FoundArticle[]>>
{
    public async Task<Decision<FoundArticle[]>> Handle(FindArticles request, CancellationToken cancellationToken) =>
        await search.FindAsync(request.Text, request.Caller.Language, cancellationToken);
}
