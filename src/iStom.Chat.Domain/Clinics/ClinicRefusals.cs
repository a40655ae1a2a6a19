namespace iStom.Chat.Domain.Clinics;

/// <summary>Why a clinic or a tariff cannot be kept as it was given.</summary>
public static class ClinicRefusals
{
    public static readonly Refusal NotFound = new("clinic-not-found");

    public static readonly Refusal NameMissing = new("name-missing");

    /// <summary>Another clinic has this number.</summary>
    public static readonly Refusal NumberTaken = new("number-taken");

    /// <summary>There is no such tariff.</summary>
    public static readonly Refusal UnknownTariff = new("unknown-tariff");

    /// <summary>The tariff would end before it begins.</summary>
    public static readonly Refusal DatesReversed = new("dates-reversed");

    public static readonly Refusal TooManyContacts = new("too-many-contacts");
}
