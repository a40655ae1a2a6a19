namespace iStom.Chat.Domain.Regulation;

/// <summary>What the customer asks for; each kind stands for one clause of the regulation.</summary>
public enum RequestKind
{
    /// <summary>§2.1.1: use of the installed program, filling it in.</summary>
    Question,

    /// <summary>§2.2.1: a newly bought product. Urgent, but nothing is to be restored.</summary>
    FirstInstallation,

    /// <summary>§2.2.2: work with the product is wholly impossible, not by the client's fault.</summary>
    WorkStopped,

    /// <summary>§2.2.3: an error that cannot be worked around, once the staff have confirmed it.</summary>
    CriticalError,

    /// <summary>§2.3.2.</summary>
    Training,

    /// <summary>§2.3.2: connecting and setting up modules.</summary>
    ModuleSetup,

    /// <summary>§2.3.3: Windows and compatibility with other applications.</summary>
    WindowsHelp,

    /// <summary>§2.1.2: computers, network, third-party programs. A person declines in time.</summary>
    OutOfScope,

    /// <summary>§1.3: not solvable with the existing functions; handed to development.</summary>
    DevelopmentRequest,
}
