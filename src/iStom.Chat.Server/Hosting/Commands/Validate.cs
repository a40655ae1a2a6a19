using FluentValidation;
using iStom.Chat.Domain;
using MediatR;

namespace iStom.Chat.Server.Hosting.Commands;

/// <summary>Refuses a command whose form is wrong, with the validator's error code and the property's name.</summary>
public sealed class Validate<TCommand, TResult>(IEnumerable<IValidator<TCommand>> validators) : IPipelineBehavior<TCommand, TResult>
    where TCommand : ICommand, IRequest<TResult>
    where TResult : IDecision<TResult>
{
    public async Task<TResult> Handle(TCommand request, CancellationToken cancellationToken, RequestHandlerDelegate<TResult> next)
    {
        foreach (var validator in validators)
        {
            var result = await validator.ValidateAsync(request, cancellationToken);
            if (!result.IsValid)
            {
                var error = result.Errors[0];
                return TResult.Refuse(new(error.ErrorCode, new Dictionary<string, string>(StringComparer.Ordinal) { ["property"] = error.PropertyName }));
            }
        }

        return await next();
    }
}
