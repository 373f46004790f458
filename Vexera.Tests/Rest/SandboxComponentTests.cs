using System.Net;
using System.Text;
using System.Text.Json;
using Vexera.Core.Discord.Entities;
using Vexera.Core.Discord.Json;

namespace Vexera.Tests.Rest;

/// <summary>Buttons, selects and files over real connections: taken, used, answered and taken away.</summary>
public sealed class SandboxComponentTests : SandboxRestTest
{
    private static readonly IReadOnlyList<ActionRow> Rows =
    [
        ActionRow.Of(
            new Button { Style = ButtonStyle.Primary, Label = "Go", CustomId = "go:1:" },
            new Button { Style = ButtonStyle.Secondary, Label = "Off", CustomId = "off:1:", Disabled = true },
            new Button { Style = ButtonStyle.Link, Label = "Docs", Url = new Uri("https://example.org/") }),
        ActionRow.Of(new StringSelect { CustomId = "s:1:", MaxValues = 2, Options = [new SelectOption("One", "1"), new SelectOption("Two", "2")] }),
        ActionRow.Of(new UserSelect { CustomId = "u:1:" }),
        ActionRow.Of(new RoleSelect { CustomId = "r:1:" }),
        ActionRow.Of(new ChannelSelect { CustomId = "c:1:" }),
    ];

    private static readonly OutgoingFile File = new("Größe.txt", Encoding.UTF8.GetBytes("content 🐢")) { Description = "a turtle" };

    [Fact]
    public async Task Button_Pressed_ChangesItsMessage()
    {
        var (message, press) = await PressAsync(new { component_type = 2, custom_id = "go:1:" });

        await Rest.Interactions.UpdateMessageAsync(press, new OutgoingMessage { Content = "gone", Components = [] }, Token);

        var after = World.Messages.Get(General, message.Id.Value);
        (after.Content, after.Components.Length).ShouldBe(("gone", 0));
        press.Data!.CustomId.ShouldBe("go:1:");
        press.Message!.Id.ShouldBe(message.Id);
        (await Rest.Interactions.GetResponseAsync(press, Token)).Id.ShouldBe(message.Id);
        Violations.ShouldBeEmpty();
    }

    [Fact]
    public async Task Button_AcknowledgedOnly_IsAnsweredLaterByAChangeAndANote()
    {
        var (message, press) = await PressAsync(new { component_type = 2, custom_id = "go:1:" });

        await Rest.Interactions.DeferUpdateAsync(press, Token);
        var changed = await Rest.Interactions.EditResponseAsync(press, new OutgoingMessage { Components = [] }, Token);
        var note = await Rest.Interactions.FollowUpAsync(press, new OutgoingMessage { Content = "psst", Flags = OutgoingMessage.Ephemeral }, Token);

        (changed.Id, changed.Content).ShouldBe((message.Id, "choose"));
        note.Id.ShouldNotBe(message.Id);
        World.Messages.Get(General, message.Id.Value).Components.ShouldBeEmpty();
        Violations.ShouldBeEmpty();
    }

    [Fact]
    public async Task Select_Used_SaysWhatWasChosen()
    {
        var (_, several) = await PressAsync(new { component_type = 3, custom_id = "s:1:", values = (string[])["2", "1"] });
        var (_, user) = await PressAsync(new { component_type = 5, custom_id = "u:1:", values = (string[])[$"{BotId}"] });

        several.Data!.Values.ShouldBe(["2", "1"]);
        user.Data!.Resolved!.Users.Keys.ShouldHaveSingleItem().Value.ShouldBe(BotId);
        Violations.ShouldBeEmpty();
    }

    [Fact]
    public async Task File_SentAndReplaced_IsThereAsItWas()
    {
        var message = await Rest.Channels.CreateMessageAsync(Channel, new OutgoingMessage { Content = "here", Files = [File] }, Token);
        var sent = World.Messages.Get(General, message.Id.Value).Attachments.ShouldHaveSingleItem();

        await Rest.Channels.EditMessageAsync(
            Channel, message.Id, new OutgoingMessage { Attachments = [], Files = [File with { Name = "b.txt" }] }, Token);

        (sent.Filename, sent.Description, sent.ContentType).ShouldBe((File.Name, File.Description, "text/plain"));
        sent.Content.ToArray().ShouldBe(File.Content.ToArray());
        World.Messages.Get(General, message.Id.Value).Attachments.ShouldHaveSingleItem().Filename.ShouldBe("b.txt");
        Violations.ShouldBeEmpty();
    }

    [Fact]
    public async Task File_InAnswersToAPress_IsThere()
    {
        var (_, press) = await PressAsync(new { component_type = 2, custom_id = "go:1:" });

        await Rest.Interactions.RespondAsync(press, new OutgoingMessage { Content = "file", Files = [File] }, Token);
        var answer = await Rest.Interactions.GetResponseAsync(press, Token);
        var further = await Rest.Interactions.FollowUpAsync(press, new OutgoingMessage { Files = [File] }, Token);

        World.Messages.Get(General, answer.Id.Value).Attachments.ShouldHaveSingleItem();
        World.Messages.Get(General, further.Id.Value).Attachments.ShouldHaveSingleItem().Content.ToArray().ShouldBe(File.Content.ToArray());
        Violations.ShouldBeEmpty();
    }

    private async Task<(Message Message, Interaction Press)> PressAsync(object data)
    {
        var message = await Rest.Channels.CreateMessageAsync(Channel, new OutgoingMessage { Content = "choose", Components = Rows }, Token);
        (await Member.Post("/api/v10/interactions", new
        {
            type = 3,
            application_id = $"{BotId}",
            guild_id = $"{Guild.Id}",
            channel_id = $"{General}",
            message_id = $"{message.Id}",
            session_id = "s",
            data,
        })).ShouldBe(HttpStatusCode.NoContent);
        var told = Events("INTERACTION_CREATE").Last(one => one.TryGetProperty("token", out _));
        return (message, told.Deserialize(DiscordJson.Default.Interaction)!);
    }
}
