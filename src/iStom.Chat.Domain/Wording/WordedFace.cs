namespace iStom.Chat.Domain.Wording;

/// <summary>Who reads the words of a place.</summary>
public enum WordedFace
{
    /// <summary>Customers, in the panel.</summary>
    Panel,

    /// <summary>Staff, on the desk.</summary>
    Desk,

    /// <summary>Customers, in what we send by ourselves: mails, and what the thread says of development.</summary>
    Mail,
}
