namespace iStom.Chat.Server.Email.Mime;

/// <summary>One encoded word (RFC 2047 §2).</summary>
/// <param name="Charset">Its label without a language (RFC 2231 §5).</param>
/// <param name="IsBase64">"B", else "Q".</param>
/// <param name="Text">Still encoded.</param>
/// <param name="End">Where the text after it begins.</param>
internal readonly record struct EncodedWord(string Charset, bool IsBase64, string Text, int End);
