using System.Net.Http.Json;
using System.Text.Json;
using iStom.Chat.TestSupport;

namespace iStom.Chat.Server.Tests.Attachments;

/// <summary>Uploads as the faces make them.</summary>
public abstract class AttachmentTest(TestDatabase databases) : ServerTest(databases)
{
    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    protected static string OfVisitor(Guid id) => $"/api/visitor/attachments/{id}";

    protected static string OfStaff(Guid id) => $"/api/attachments/{id}";

    protected static async Task<Guid> UploadAsync(TestVisitor visitor, string name, byte[] bytes)
    {
        var id = Guid.CreateVersion7();
        (await CodeAsync(visitor.UploadAsync(OfVisitor(id), name, bytes))).ShouldBeNull();
        return id;
    }

    protected static async Task<Guid> UploadAsync(TestAgent agent, Guid ticket, string name, byte[] bytes)
    {
        var id = Guid.CreateVersion7();
        (await CodeAsync(agent.UploadAsync($"/api/tickets/{ticket}/attachments/{id}", name, bytes))).ShouldBeNull();
        return id;
    }

    /// <summary>The status and the code of a refusal; null where there is none.</summary>
    protected static async Task<string?> CodeAsync(Task<HttpResponseMessage> call)
    {
        using var answer = await call;
        return answer.IsSuccessStatusCode ? null : $"{(int)answer.StatusCode} {(await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation)).GetProperty("code").GetString()}";
    }

    protected static Task<string?> GetAsync(TestClient client, string path) => CodeAsync(client.HttpAsync(HttpMethod.Get, path));

    /// <summary>Every file that lies there, whatever it is.</summary>
    protected string[] OnDisk() => Directory.Exists(Server.AttachmentFolder) ? Directory.GetFiles(Server.AttachmentFolder, "*", SearchOption.AllDirectories) : [];

    protected async Task<long> NotedAsync()
    {
        await using var command = Server.Database.CreateCommand("select count(*) from mt_doc_keptfile");
        return (long)(await command.ExecuteScalarAsync(Cancellation))!;
    }
}
