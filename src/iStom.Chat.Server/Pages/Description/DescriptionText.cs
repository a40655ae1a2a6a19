using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace iStom.Chat.Server.Pages.Description;

/// <summary>The OpenAPI document as text. Made once: it depends on the program and its configuration alone.</summary>
internal sealed class DescriptionText(IOpenApiDocumentProvider documents)
{
    private readonly Lazy<Task<string>> _text = new(async () =>
        await (await documents.GetOpenApiDocumentAsync(CancellationToken.None)).SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_1));

    public Task<string> ReadAsync() => _text.Value;
}
