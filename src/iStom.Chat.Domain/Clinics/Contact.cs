namespace iStom.Chat.Domain.Clinics;

/// <summary>Somebody at a clinic whom support may ask for.</summary>
/// <param name="Name">How they are addressed.</param>
/// <param name="Role">What they do there.</param>
/// <param name="Phones">As they were given; searched by their digits.</param>
/// <param name="Email">Their address.</param>
public sealed record Contact(string Name, string? Role, IReadOnlyList<string> Phones, string? Email);
