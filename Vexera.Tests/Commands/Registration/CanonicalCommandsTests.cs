using Vexera.Core.Commands.Registration;
using Vexera.Core.Discord.Entities;
using Vexera.Core.Discord.Permissions;

namespace Vexera.Tests.Commands.Registration;

public sealed class CanonicalCommandsTests
{
    private static readonly ApplicationCommandOption Option = new()
    {
        Type = CommandOptionType.String,
        Name = "text",
        Description = "A text",
        Choices = [new CommandOptionChoice { Name = "a", Value = "a" }],
    };

    private static readonly ApplicationCommand Command = new() { Name = "say", Description = "Says", Options = [Option], Contexts = [0] };

    private static readonly ApplicationCommand[] Others =
    [
        Command with { Name = "says" },
        Command with { Description = "Says." },
        Command with { Type = 2 },
        Command with { Contexts = [0, 1] },
        Command with { DefaultMemberPermissions = Permission.BanMembers },
        Command with { DefaultMemberPermissions = Permission.None },
        Command with { NameLocalizations = new Dictionary<string, string> { ["de"] = "sag" } },
        Command with { Options = null },
        Command with { Options = [Option, Option with { Name = "other" }] },
        Command with { Options = [Option with { Name = "texts" }] },
        Command with { Options = [Option with { Description = "Text" }] },
        Command with { Options = [Option with { Type = CommandOptionType.Integer }] },
        Command with { Options = [Option with { Required = true }] },
        Command with { Options = [Option with { MaxLength = 5 }] },
        Command with { Options = [Option with { MinLength = 5 }] },
        Command with { Options = [Option with { MinValue = 5 }] },
        Command with { Options = [Option with { ChannelTypes = [ChannelType.GuildText] }] },
        Command with { Options = [Option with { Autocomplete = true }] },
        Command with { Options = [Option with { Choices = [] }] },
        Command with { Options = [Option with { Choices = [new CommandOptionChoice { Name = "a", Value = "b" }] }] },
        Command with { Options = [Option with { Options = [Option] }] },
    ];

    [Fact]
    public void Of_CommandsThatDiffer_AllDiffer() =>
        Others.Append(Command).Select(command => CanonicalCommands.Of([command])).ShouldBeUnique();

    [Fact]
    public void Of_NoPermissionsAndNullPermissions_AreTwoThings() =>
        CanonicalCommands.Of([Command with { DefaultMemberPermissions = Permission.None }]).ShouldNotBe(CanonicalCommands.Of([Command]));

    [Fact]
    public void Of_TwoCommandsInAnyOrder_IsTheSame() =>
        CanonicalCommands.Of([Command, Others[0]]).ShouldBe(CanonicalCommands.Of([Others[0], Command]));
}
