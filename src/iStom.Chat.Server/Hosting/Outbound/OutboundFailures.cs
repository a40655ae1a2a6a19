namespace iStom.Chat.Server.Hosting.Outbound;

/// <summary>Why a call of another program did not come through: stable words, which the desk puts into sentences.</summary>
public static class OutboundFailures
{
    /// <summary>Its address is not of the kind that may be called.</summary>
    public const string AddressNotAllowed = nameof(AddressNotAllowed);

    /// <summary>Its name leads into an inner network.</summary>
    public const string AddressNotPublic = nameof(AddressNotPublic);

    /// <summary>Nobody answers there.</summary>
    public const string Unreachable = nameof(Unreachable);

    /// <summary>The answer was not there in time.</summary>
    public const string Timeout = nameof(Timeout);

    /// <summary>The answer is longer than what we read.</summary>
    public const string AnswerTooLong = nameof(AnswerTooLong);

    /// <summary>It failed again and again, and is left alone for a while.</summary>
    public const string LeftAlone = nameof(LeftAlone);

    /// <summary>Somebody has told us to leave it alone.</summary>
    public const string Paused = nameof(Paused);

    /// <summary>Our secret for it was sealed by a server whose keys are lost.</summary>
    public const string SecretLost = nameof(SecretLost);

    /// <summary>It answered, but refused.</summary>
    public static string Http(int status) => $"Http{status}";

    /// <summary>The word in what the outbox has kept of a failed try; what is no failed call is a matter for the log.</summary>
    public static string Of(string kept) =>
        kept.StartsWith($"{nameof(OutboundException)}: ", StringComparison.Ordinal) ? kept[(nameof(OutboundException).Length + 2)..] : "Internal";
}
