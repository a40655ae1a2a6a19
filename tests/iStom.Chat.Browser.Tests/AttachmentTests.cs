using iStom.Chat.Browser.Tests.Chromium;
using iStom.Chat.TestSupport;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace iStom.Chat.Browser.Tests;

/// <summary>
/// Files on their way between a visitor and an agent, each in a browser. The site is of the chat's own registrable domain, as in
/// <see cref="PanelMemoryTests"/>.
/// </summary>
public sealed class AttachmentTests(TestDatabase databases, TestBrowser browser) : BrowserTest(databases, browser)
{
    /// <summary>A photograph of 3,200 pixels, as from the clipboard. Its EXIF says that the camera lay on its side, and where it was.</summary>
    private const string PastePhotograph =
        """
        async (box) => {
          const canvas = Object.assign(document.createElement('canvas'), { width: 3200, height: 800 });
          canvas.getContext('2d').fillRect(0, 0, 1600, 800);
          const plain = new Uint8Array(await (await new Promise((done) => canvas.toBlob(done, 'image/jpeg'))).arrayBuffer());
          const turned = [0x4d, 0x4d, 0, 0x2a, 0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0, 0, 0, 0, 0];
          const exif = [...new TextEncoder().encode('Exif\0\0'), ...turned, ...new TextEncoder().encode('taken at canary street')];
          const bytes = [...plain.slice(0, 2), 0xff, 0xe1, 0, exif.length + 2, ...exif, ...plain.slice(2)];
          const data = new DataTransfer();
          data.items.add(new File([new Uint8Array(bytes)], 'касса.jpg', { type: 'image/jpeg' }));
          box.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
        }
        """;

    private const string DropLog =
        """
        () => {
          const dataTransfer = new DataTransfer();
          dataTransfer.items.add(new File(['Смотрите сами'], 'ответ.log', { type: 'text/plain' }));
          for (const type of ['dragover', 'drop']) document.body.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
        }
        """;

    private const string WidthAndHeight = "async (image) => { await image.decode(); return `${image.naturalWidth} ${image.naturalHeight}`; }";

    protected override void Configure(IWebHostBuilder builder) =>
        builder.UseSetting("Chat:Sites:0:Origins:0", $"http://site.chat.localhost:{new Uri(builder.GetSetting("Urls")!).Port}");

    [Fact]
    public async Task A_pasted_picture_survives_a_reload_and_is_shown_upright_on_both_sides_and_a_file_comes_back()
    {
        var context = await NewContextAsync();
        await context.RouteAsync("**/attachments/*", route => route.Request.Method == "PUT" ? route.AbortAsync() : route.ContinueAsync());
        var (site, panel) = await OpenAsync(context);
        await Expect(panel.GetByLabel("Прикрепить файл")).ToBeAttachedAsync();
        await panel.GetByRole(AriaRole.Textbox).EvaluateAsync(PastePhotograph);
        await Expect(panel.GetByText("Нет связи. Загрузим")).ToBeVisibleAsync();
        await panel.GetByLabel("Прикрепить файл").SetInputFilesAsync(Text("договор.exe", "MZ"));
        await Expect(panel.GetByText("Такие файлы не принимаются.")).ToBeVisibleAsync();
        await site.ShouldBeAccessibleAsync("files attached");
        await panel.GetByRole(AriaRole.Button, new() { Name = "Убрать договор.exe" }).ClickAsync();
        await Expect(panel.GetByRole(AriaRole.Textbox)).ToBeFocusedAsync();

        await context.UnrouteAllAsync();
        await site.ReloadAsync();
        panel = await ShowPanelAsync(site);
        await Expect(panel.GetByTestId("attached")).ToContainTextAsync("Готов к отправке");
        await panel.GetByRole(AriaRole.Button, new() { Name = "Отправить", Exact = true }).ClickAsync();

        await Expect(panel.GetByText("Доставлено")).ToBeVisibleAsync();
        await panel.GetByRole(AriaRole.Button, new() { Name = "Открыть касса.jpg" }).ClickAsync();
        var picture = panel.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Img);
        (await picture.EvaluateAsync<string>(WidthAndHeight)).ShouldBe("640 2560");
        (await picture.EvaluateAsync<bool>("async (image) => (await (await fetch(image.src)).text()).includes('canary')")).ShouldBeFalse();
        await site.ShouldBeAccessibleAsync("picture open");
        await panel.GetByRole(AriaRole.Dialog).PressAsync("Escape");
        await Expect(panel.GetByRole(AriaRole.Dialog)).ToBeHiddenAsync();
        await Expect(panel.GetByRole(AriaRole.Textbox)).ToBeVisibleAsync();

        var desk = await SignInAsync("Сотрудник 1");
        await Expect(desk.GetByTestId("queue-item")).ToContainTextAsync("касса.jpg");
        await TakeNextAsync(desk);
        (await Messages(desk, "visitor").GetByRole(AriaRole.Img).EvaluateAsync<string>(WidthAndHeight)).ShouldBe("640 2560");
        await desk.GetByRole(AriaRole.Radio, new() { NameRegex = new("Заметка") }).CheckAsync();
        await desk.GetByLabel("Прикрепить файл").SetInputFilesAsync(Text("заметка.log", "для своих"));
        await SendReadyAsync(desk);
        await Expect(desk.GetByTestId("note")).ToContainTextAsync("заметка.log");
        await desk.GetByRole(AriaRole.Radio, new() { NameRegex = new("Ответ") }).CheckAsync();
        await desk.EvaluateAsync(DropLog);
        await Expect(desk.GetByTestId("attached")).ToContainTextAsync("ответ.log");
        await desk.ShouldBeAccessibleAsync("files on the desk");
        await SendReadyAsync(desk);

        await Expect(panel.GetByText("заметка.log")).ToHaveCountAsync(0);
        var file = await site.RunAndWaitForDownloadAsync(() => Messages(panel, "agent").GetByRole(AriaRole.Button, new() { NameRegex = new("^ответ.log") }).ClickAsync());
        (await File.ReadAllTextAsync(await file.PathAsync(), TestContext.Current.CancellationToken)).ShouldBe("Смотрите сами");
        ConsoleErrors.ShouldAllBe(error => error.Contains("ERR_FAILED", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_the_server_cannot_take_is_told_in_words_and_keeps_the_message_not_back()
    {
        var (_, panel) = await OpenAsync(await NewContextAsync());
        await panel.GetByLabel("Прикрепить файл").SetInputFilesAsync(Text("договор.pdf", "MZ"));
        await Expect(panel.GetByText("Содержимое файла не то, что говорит его имя.")).ToBeVisibleAsync();
        await panel.GetByRole(AriaRole.Button, new() { Name = "Убрать договор.pdf" }).ClickAsync();
        // No file can be received any more, as on a full disk.
        Directory.Delete(Path.Combine(Server.AttachmentFolder, "incoming"));
        await File.WriteAllTextAsync(Path.Combine(Server.AttachmentFolder, "incoming"), "", TestContext.Current.CancellationToken);

        await panel.GetByLabel("Прикрепить файл").SetInputFilesAsync(Text("чек.txt", "чек"));
        await Expect(panel.GetByText("На сервере нет места для файлов.")).ToBeVisibleAsync();
        await WriteAsync(panel, "Спасибо");
        await Expect(panel.GetByText("повторите или уберите его")).ToBeVisibleAsync();
        await panel.GetByRole(AriaRole.Button, new() { Name = "Убрать чек.txt" }).ClickAsync();
        await panel.GetByRole(AriaRole.Textbox).PressAsync("Enter");

        await Expect(Messages(panel, "visitor")).ToContainTextAsync("Спасибо");
        await Expect(panel.GetByText("Доставлено")).ToBeVisibleAsync();
    }

    private async Task<(IPage Site, IFrameLocator Panel)> OpenAsync(IBrowserContext context)
    {
        var page = await NewPageAsync(context);
        await page.GotoAsync($"http://site.chat.localhost:{Server.Port}/demo/i-stom");
        return (page, await ShowPanelAsync(page));
    }

    private static async Task SendReadyAsync(IPage desk)
    {
        await desk.GetByRole(AriaRole.Textbox).PressAsync("Enter");
        await Expect(desk.GetByTestId("attached")).ToHaveCountAsync(0);
    }

    private static FilePayload Text(string name, string content) => new() { Name = name, MimeType = "text/plain", Buffer = System.Text.Encoding.UTF8.GetBytes(content) };
}
