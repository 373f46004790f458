using System.Net;
using System.Text.Json;
using Vexera.Sandbox.Chat.Model;
using Vexera.Sandbox.Chat.Session;
using Vexera.Sandbox.World.Demo;
using Vexera.Sandbox.World.Model;

namespace Vexera.Tests.Sandbox.Chat.Session;

public sealed class InteractionDeskTests
{
    private static readonly ChatCommand Ping = new() { Id = 5, ApplicationId = DemoWorld.BotId, Name = "ping", Version = "6" };

    private static readonly ChatComponent Button = new() { Type = ChatComponentType.Button, CustomId = "next", Label = "Next" };

    [Fact]
    public async Task UseCommand_Always_PostsItAsDiscordsClientsDo()
    {
        using var stage = await new ChatStage().StartedAsync();

        await stage.Desk.UseCommandAsync(DraftOf(Ping));

        var (request, _, body) = stage.Requests[^1];
        request.ShouldBe("POST /api/v10/interactions");
        body!.Value.GetProperty("type").GetInt32().ShouldBe(2);
        body.Value.GetProperty("application_id").GetString().ShouldBe(Text(DemoWorld.BotId));
        body.Value.GetProperty("guild_id").GetString().ShouldBe(Text(stage.Harbour.Id));
        body.Value.GetProperty("channel_id").GetString().ShouldBe(Text(stage.Find("general").Id));
        body.Value.GetProperty("data").GetProperty("name").GetString().ShouldBe("ping");
        body.Value.GetProperty("nonce").GetString().ShouldNotBeNullOrEmpty();
        stage.Desk.Pending.Single().Label.ShouldBe("/ping");
    }

    [Fact]
    public async Task UseCommand_GivenUp_SaysThatTheApplicationDidNotRespond()
    {
        using var stage = await new ChatStage().StartedAsync();
        await stage.Desk.UseCommandAsync(DraftOf(Ping));

        var interaction = Interact(stage, InteractionType.ApplicationCommand);
        stage.World.Interactions.Change(interaction.Id, i => i with { State = InteractionState.Failed });
        stage.Deliver();

        stage.Desk.Pending.Single().Failure.ShouldBe("The application did not respond");
    }

    [Theory]
    [InlineData(nameof(InteractionState.Answered))]
    [InlineData(nameof(InteractionState.Deferred))]
    public async Task UseCommand_AnsweredInTime_WaitsNoLonger(string state)
    {
        using var stage = await new ChatStage().StartedAsync();
        await stage.Desk.UseCommandAsync(DraftOf(Ping));

        var interaction = Interact(stage, InteractionType.ApplicationCommand);
        stage.World.Interactions.Change(interaction.Id, i => i with { State = Enum.Parse<InteractionState>(state) });
        stage.Deliver();

        stage.Desk.Pending.ShouldBeEmpty();
    }

    [Fact]
    public async Task UseCommand_AnswerToSomethingElse_KeepsWaiting()
    {
        using var stage = await new ChatStage().StartedAsync();
        await stage.Desk.UseCommandAsync(DraftOf(Ping));

        var other = Interact(stage, InteractionType.ApplicationCommand, "another");
        stage.World.Interactions.Change(other.Id, i => i with { State = InteractionState.Answered });
        stage.Deliver();

        stage.Desk.Pending.Count.ShouldBe(1);
    }

    [Fact]
    public async Task UseCommand_Refused_SaysWhyAtOnce()
    {
        using var stage = await new ChatStage().StartedAsync();
        stage.Answer = _ => (HttpStatusCode.Forbidden, """{"message":"Missing Permissions","code":50013}""");

        await stage.Desk.UseCommandAsync(DraftOf(Ping));

        stage.Desk.Pending.Single().Failure.ShouldBe("Missing Permissions");
    }

    [Fact]
    public async Task UseComponent_Menu_SendsItsValues()
    {
        using var stage = await new ChatStage().StartedAsync();
        var message = new ChatMessage { Id = 9, ChannelId = stage.Find("general").Id, ApplicationId = DemoWorld.BotId };
        var menu = Button with { Type = ChatComponentType.StringSelect };

        await stage.Desk.UseComponentAsync(message, menu, ["a", "b"]);

        var data = stage.Requests[^1].Body!.Value;
        data.GetProperty("type").GetInt32().ShouldBe(3);
        data.GetProperty("message_id").GetString().ShouldBe("9");
        data.GetProperty("data").GetRawText().ShouldBe("""{"component_type":3,"custom_id":"next","values":["a","b"]}""");
        stage.Desk.IsPending(message, menu).ShouldBeTrue();
    }

    [Fact]
    public async Task Apply_Form_OpensIt()
    {
        using var stage = await new ChatStage().StartedAsync();
        Interaction? opened = null;
        stage.Desk.FormOpened += form => opened = form;
        await stage.Desk.UseCommandAsync(DraftOf(Ping));

        var interaction = Interact(stage, InteractionType.ApplicationCommand);
        stage.World.Interactions.Change(interaction.Id, i => i with { State = InteractionState.Answered, ResponseType = 9 });
        stage.Deliver();

        opened!.Id.ShouldBe(interaction.Id);
    }

    [Fact]
    public async Task Apply_Autocomplete_OffersTheChoices()
    {
        using var stage = await new ChatStage().StartedAsync();
        var command = Ping with { Options = [new ChatOption { Type = ChatOptionType.String, Name = "word", Autocomplete = true }] };
        await stage.Desk.SuggestAsync(DraftOf(command), command.Options[0]);

        var interaction = Interact(stage, InteractionType.Autocomplete);
        stage.World.Interactions.Change(interaction.Id, i => i with
        {
            State = InteractionState.Answered,
            ResponseData = JsonElement.Parse("""{"choices":[{"name":"One","value":"1"}]}"""),
        });
        stage.Deliver();

        stage.Desk.Suggestions.Single().Name.ShouldBe("One");
    }

    private static Interaction Interact(ChatStage stage, InteractionType type, string? nonce = null) => stage.World.Interactions.Create(
        DemoWorld.BotId, type, stage.Find("general").Id, ChatStage.Owner.Id, JsonElement.Parse("""{"name":"ping"}"""),
        nonce: nonce ?? stage.Requests[^1].Body!.Value.GetProperty("nonce").GetString());

    private static CommandDraft DraftOf(ChatCommand command) => new(CommandLeaf.Of([command]).Single());

    private static string Text(ulong id) => id.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
