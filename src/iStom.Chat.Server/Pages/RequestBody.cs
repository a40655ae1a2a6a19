namespace iStom.Chat.Server.Pages;

/// <summary>Requests that other programs sign.</summary>
internal static class RequestBody
{
    /// <summary>The body as it is: what a signature is over. Null where it has more bytes.</summary>
    public static async Task<ReadOnlyMemory<byte>?> ReadBodyAsync(this HttpContext http, int most)
    {
        if (http.Request.ContentLength > most)
        {
            return null;
        }

        using var all = new MemoryStream();
        var buffer = new byte[64 * 1024];
        for (int read; (read = await http.Request.Body.ReadAsync(buffer, http.RequestAborted)) > 0;)
        {
            if (all.Length + read > most)
            {
                return null;
            }

            all.Write(buffer, 0, read);
        }

        return all.ToArray();
    }
}
