using iStom.Chat.Domain;
using MediatR;

namespace iStom.Chat.Server.Hosting.Commands;

/// <summary>Everything that can be asked of the product, by whatever channel, says who asks.</summary>
public interface ICommand
{
    Caller By { get; }
}

/// <summary>Something that a visitor may ask.</summary>
public abstract record VisitorCommand<T>(VisitorCaller Caller) : ICommand, IRequest<Decision<T>>
{
    Caller ICommand.By => Caller;
}

/// <summary>Something that staff may ask.</summary>
public abstract record AgentCommand<T>(AgentCaller Caller) : ICommand, IRequest<Decision<T>>
{
    Caller ICommand.By => Caller;
}
