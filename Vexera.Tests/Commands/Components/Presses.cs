using Microsoft.Extensions.DependencyInjection;
using Vexera.Core.Commands.Components;
using Vexera.Core.Discord;
using Vexera.Core.Discord.Entities;
using Vexera.Tests.Support;

namespace Vexera.Tests.Commands.Components;

/// <summary>People who press what the bot has put under its messages.</summary>
internal static class Presses
{
    /// <summary>The message that all presses are on, unless said otherwise.</summary>
    public static readonly Snowflake Message = new(700);

    /// <summary>Adds a kind of component that there is for a test only.</summary>
    public static IServiceCollection AddTestComponent(
        this IServiceCollection services, ComponentDefinition definition, ComponentUse use, string module = "Test") =>
        services.AddSingleton(new ComponentEntry(definition, module, use));

    /// <summary>The buttons under what was sent, by their labels.</summary>
    public static IReadOnlyDictionary<string, Button> Buttons(this RestCall sent) =>
        (sent.Message!.Components ?? []).SelectMany(row => row.Components).OfType<Button>().ToDictionary(button => button.Label!);

    /// <summary>A person presses a button of a message that was sent; the answers to it.</summary>
    public static Task<IReadOnlyList<RestCall>> PressAsync(this CommandRig rig, RestCall sent, string label, User? user = null)
    {
        var button = sent.Buttons()[label];
        button.Disabled.ShouldNotBe(true);
        return rig.PressAsync(button.CustomId!, user);
    }

    /// <summary>A person uses a component; the answers to it.</summary>
    public static async Task<IReadOnlyList<RestCall>> PressAsync(this CommandRig rig, string customId, User? user = null)
    {
        var before = rig.Rest.Calls.Count;
        await rig.HandleAsync(rig.PressOf(customId, user));
        await rig.Runner.WhenIdleAsync();
        return [.. rig.Rest.Calls.Skip(before).Where(call => call.Name != "application")];
    }

    /// <summary>What Discord sends when a person uses a component.</summary>
    public static Interaction PressOf(this CommandRig rig, string customId, User? user = null)
    {
        user ??= TestGuild.Plain;
        var member = TestGuild.MemberOf(user);
        return new Interaction
        {
            Id = rig.NextId(),
            ApplicationId = FakeSelf.Id,
            Type = InteractionType.MessageComponent,
            Token = "secret",
            GuildId = TestGuild.Id,
            ChannelId = TestGuild.General,
            Member = member with { Permissions = TestGuild.State.PermissionsIn(user.Id, member, TestGuild.General, rig.Time.GetUtcNow()) },
            Data = new InteractionData { CustomId = customId },
            Message = new Message { Id = Message, ChannelId = TestGuild.General, Author = new User { Id = FakeSelf.Id, Username = "Vexera", Bot = true } },
        };
    }
}
