using System.Security.Cryptography;
using System.Text;
using iStom.Chat.Domain;

namespace iStom.Chat.Server.Hosting.Identity;

/// <summary>Stands in for the authenticator app once: 80 random bits, of which only the hash is kept.</summary>
public static class RecoveryCode
{
    /// <summary>How many are given at a time.</summary>
    public const int Count = 10;

    private const string Letters = "abcdefghijkmnpqrstuvwxyz23456789";
    private const int Group = 4;

    /// <summary>Four groups of four.</summary>
    public static string Create() => string.Join('-', Enumerable.Range(0, Group).Select(_ => RandomNumberGenerator.GetString(Letters, Group)));

    /// <summary>However it was typed: in capitals, with spaces or without hyphens.</summary>
    public static string Hash(AgentId agent, string code)
    {
        var plain = string.Concat(code.ToLowerInvariant().Where(char.IsAsciiLetterOrDigit));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{agent.Value:N} {plain}")));
    }
}
