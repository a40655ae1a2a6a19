using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace iStom.Chat.Server.Tests.Identity;

/// <summary>An authenticator with one key (ES256, WebAuthn level 3), which does what it is told, also what no browser would do.</summary>
internal sealed class SoftwareAuthenticator(string origin) : IDisposable
{
    private const byte PresentAndVerified = 0x05;
    private const byte WithKey = 0x40;

    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly byte[] _id = RandomNumberGenerator.GetBytes(32);
    private string _user = "";
    private uint _count;

    public string Id => Base64Url.EncodeToString(_id);

    public void Dispose() => _key.Dispose();

    /// <summary>Answers <c>navigator.credentials.create</c>.</summary>
    public object Create(JsonElement options, string? fromOrigin = null)
    {
        _user = options.GetProperty("user").GetProperty("id").GetString()!;
        byte[] data = [.. Data(PresentAndVerified | WithKey), .. new byte[16], 0, (byte)_id.Length, .. _id, .. PublicKey()];
        byte[] attestation = [0xA3, .. Text("fmt"), .. Text("none"), .. Text("attStmt"), 0xA0, .. Text("authData"), 0x58, (byte)data.Length, .. data];
        var client = ClientData("webauthn.create", options, fromOrigin);
        return Credential(new { clientDataJSON = Base64Url.EncodeToString(client), attestationObject = Base64Url.EncodeToString(attestation), transports = new[] { "internal" } });
    }

    /// <summary>Answers <c>navigator.credentials.get</c>.</summary>
    public object Get(JsonElement options, string? fromOrigin = null, bool verified = true)
    {
        var data = Data(verified ? PresentAndVerified : (byte)0x01);
        var client = ClientData("webauthn.get", options, fromOrigin);
        var signature = _key.SignData([.. data, .. SHA256.HashData(client)], HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        return Credential(new
        {
            clientDataJSON = Base64Url.EncodeToString(client), authenticatorData = Base64Url.EncodeToString(data), signature = Base64Url.EncodeToString(signature), userHandle = _user,
        });
    }

    private object Credential(object response) => new { id = Id, rawId = Id, type = "public-key", clientExtensionResults = new { }, response };

    private byte[] ClientData(string type, JsonElement options, string? fromOrigin) => JsonSerializer.SerializeToUtf8Bytes(
        new { type, challenge = options.GetProperty("challenge").GetString(), origin = fromOrigin ?? origin, crossOrigin = false });

    private byte[] Data(byte flags)
    {
        var count = new byte[sizeof(uint)];
        BinaryPrimitives.WriteUInt32BigEndian(count, ++_count);
        return [.. SHA256.HashData(Encoding.ASCII.GetBytes(new Uri(origin).Host)), flags, .. count];
    }

    /// <summary>COSE (RFC 9053): { 1: 2, 3: -7, -1: 1, -2: x, -3: y }.</summary>
    private byte[] PublicKey()
    {
        var point = _key.ExportParameters(includePrivateParameters: false).Q;
        return [0xA5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20, .. point.X!, 0x22, 0x58, 0x20, .. point.Y!];
    }

    private static byte[] Text(string word) => [(byte)(0x60 + word.Length), .. Encoding.ASCII.GetBytes(word)];
}
