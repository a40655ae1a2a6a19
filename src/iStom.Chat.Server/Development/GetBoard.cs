using FluentValidation;
using iStom.Chat.Domain;
using iStom.Chat.Domain.Development;
using iStom.Chat.Server.Hosting.Commands;
using MediatR;

namespace iStom.Chat.Server.Development;

/// <summary>The items of development, those that go on first.</summary>
/// <param name="Search">A part of title, key, version or description; null: all.</param>
[AllowStaff]
public sealed record GetBoard(AgentCaller Caller, string? Search) : AgentCommand<DevelopmentBoard>(Caller);

internal sealed class GetBoardValidator : AbstractValidator<GetBoard>
{
    public GetBoardValidator() => RuleFor(query => query.Search).MaximumLength(DevelopmentRules.LongestLine).WithErrorCode("text-too-long");
}

internal sealed class GetBoardHandler(DevelopmentReader items, DevelopmentTexts texts) : IRequestHandler<GetBoard, Decision<DevelopmentBoard>>
{
    private const int Most = 300;

    public async Task<Decision<DevelopmentBoard>> Handle(GetBoard request, CancellationToken cancellationToken)
    {
        var found = await items.ReadAsync(request.Search, Most + 1, cancellationToken);
        return new DevelopmentBoard([.. found.Take(Most)], found.Count > Most, texts.OfRelease());
    }
}
