using FluentValidation;
using MediatR;

namespace iStom.Chat.Server.Hosting.Commands;

public static class CommandRegistration
{
    /// <summary>Finds every handler and validator; a feature is registered by existing.</summary>
    public static IServiceCollection AddCommands(this IServiceCollection services)
    {
        services.AddTransient<ServiceFactory>(provider => provider.GetService!);
        services.AddTransient<IMediator, Mediator>();
        services.AddTransient(typeof(IPipelineBehavior<,>), typeof(Measure<,>));
        services.AddTransient(typeof(IPipelineBehavior<,>), typeof(Authorise<,>));
        services.AddTransient(typeof(IPipelineBehavior<,>), typeof(Validate<,>));
        services.AddTransient(typeof(IPipelineBehavior<,>), typeof(RetryConflicts<,>));
        return services.Scan(scan => scan.FromAssemblyOf<ICommand>()
            .AddClasses(classes => classes.AssignableTo(typeof(IRequestHandler<,>)), publicOnly: false).AsImplementedInterfaces().WithTransientLifetime()
            .AddClasses(classes => classes.AssignableTo(typeof(IValidator<>)), publicOnly: false).AsImplementedInterfaces().WithSingletonLifetime());
    }
}
