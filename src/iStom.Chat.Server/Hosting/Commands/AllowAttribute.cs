using iStom.Chat.Domain;
using iStom.Chat.Server.Hosting.Identity;

namespace iStom.Chat.Server.Hosting.Commands;

/// <summary>Who may give a command. A command without one may be given by nobody.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public abstract class AllowAttribute : Attribute
{
    public abstract bool Admits(Caller caller);
}

/// <summary>Anybody, known or not: only what makes somebody known.</summary>
public sealed class AllowAnybodyAttribute : AllowAttribute
{
    public override bool Admits(Caller caller) => true;
}

/// <summary>A visitor, on what is theirs.</summary>
public sealed class AllowVisitorAttribute : AllowAttribute
{
    public override bool Admits(Caller caller) => caller is VisitorCaller;
}

/// <summary>Staff with this role or a higher one.</summary>
public sealed class AllowStaffAttribute(AgentRole role = AgentRole.Agent) : AllowAttribute
{
    public AgentRole Role => role;

    public override bool Admits(Caller caller) => caller is AgentCaller agent && agent.Roles.Any(held => held >= role);
}

/// <summary>Another program whose key has this scope.</summary>
public sealed class AllowApiAttribute(string scope) : AllowAttribute
{
    public string Scope => scope;

    public override bool Admits(Caller caller) => caller is ApiCaller api && api.Scopes.Contains(scope, StringComparer.Ordinal);
}

/// <summary>Whoever runs the server's own program; no channel of the net makes this caller.</summary>
public sealed class AllowOperatorAttribute : AllowAttribute
{
    public override bool Admits(Caller caller) => caller is Operator;
}

/// <summary>The product itself: a timer.</summary>
public sealed class AllowDeskAttribute : AllowAttribute
{
    public override bool Admits(Caller caller) => caller is DeskCaller;
}

/// <summary>The telephone exchange.</summary>
public sealed class AllowExchangeAttribute : AllowAttribute
{
    public override bool Admits(Caller caller) => caller is ExchangeCaller;
}

/// <summary>Whoever writes by mail.</summary>
public sealed class AllowMailAttribute : AllowAttribute
{
    public override bool Admits(Caller caller) => caller is MailCaller;
}
