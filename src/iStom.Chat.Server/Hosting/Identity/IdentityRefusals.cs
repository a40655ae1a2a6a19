using iStom.Chat.Domain;

namespace iStom.Chat.Server.Hosting.Identity;

/// <summary>Why a site's word on its user is not taken. None of them leaves anything behind.</summary>
public static class IdentityRefusals
{
    /// <summary>No JWT, or one without a claim that it must have.</summary>
    public static readonly Refusal Malformed = new("identity-malformed");

    /// <summary>Signed by none of the site's keys, or not at all.</summary>
    public static readonly Refusal NotSigned = new("identity-unsigned");

    /// <summary>Meant for another site.</summary>
    public static readonly Refusal Audience = new("identity-audience");

    public static readonly Refusal Expired = new("identity-expired");

    public static readonly Refusal NotYetValid = new("identity-not-yet-valid");

    /// <summary>It would serve for longer than five minutes.</summary>
    public static readonly Refusal TooLongLived = new("identity-too-long-lived");

    /// <summary>It has served already.</summary>
    public static readonly Refusal Replayed = new("identity-replayed");

    /// <summary>No clinic has this number.</summary>
    public static readonly Refusal UnknownClinic = new("identity-unknown-clinic");
}
