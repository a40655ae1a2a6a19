using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace iStom.Chat.Server.Hosting.Identity;

/// <summary>Passkeys belong to the desk's host, stand by themselves (who holds it is verified), and need no list of names.</summary>
internal sealed class PasskeyRules(IOptions<ChatOptions> chat) : IConfigureOptions<IdentityPasskeyOptions>
{
    public void Configure(IdentityPasskeyOptions options)
    {
        options.ServerDomain = new Uri(chat.Value.DeskOrigin).Host;
        options.AuthenticatorTimeout = PasskeyChallenge.AnswerLimit.ToTimeSpan();
        options.UserVerificationRequirement = "required";
        options.ResidentKeyRequirement = "required";
        options.ValidateOrigin = shown => ValueTask.FromResult(!shown.CrossOrigin && shown.Origin == chat.Value.DeskOrigin);
    }
}
