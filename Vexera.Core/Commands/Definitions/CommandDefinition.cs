using Vexera.Core.Commands.Targets;
using Vexera.Core.Commands.Texts;
using Vexera.Core.Discord.Permissions;

namespace Vexera.Core.Commands.Definitions;

/// <summary>One command in both its forms: the prefix form, the slash form, its page in the help and its arguments.</summary>
internal sealed record CommandDefinition
{
    /// <summary>The group whose sub-command it is; null when it stands alone.</summary>
    public CommandGroup? Group { get; init; }

    /// <summary>The name in both forms, in a group the second word: 1–32 lower-case letters, digits, - and _.</summary>
    public required string Name { get; init; }

    /// <summary>The whole name, as switches, meters and the help know it: <c>ping</c>, <c>perms add</c>.</summary>
    public string FullName => Group is null ? Name : $"{Group.Name} {Name}";

    /// <summary>Other names of the prefix form, in a group other second words.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>The chapter it stands in.</summary>
    public required CommandCategory Category { get; init; }

    /// <summary>One line on what it does, at most 100 characters: Discord shows it in the slash menu.</summary>
    public required Text Description { get; init; }

    /// <summary>More on its page in the help, or null.</summary>
    public Text? Details { get; init; }

    /// <summary>What may follow the name, in order; optional ones after required ones.</summary>
    public IReadOnlyList<Argument> Arguments { get; init; } = [];

    /// <summary>What may be typed after the name, one example each: <c>""</c>, <c>"ping"</c>.</summary>
    public IReadOnlyList<string> Examples { get; init; } = [""];

    /// <summary>Whether it needs a guild around it.</summary>
    public bool GuildOnly { get; init; }

    /// <summary>Whether only the bot's owner may use it; then it has no slash form.</summary>
    public bool OwnerOnly { get; init; }

    /// <summary>Whether guilds can open and close it by its node. What answers for a name that is no command has none.</summary>
    public bool HasNode { get => field && !OwnerOnly; init; } = true;

    /// <summary>Whether the owner's switches leave it alone, with its module: without it nothing could be switched on again.</summary>
    public bool Essential { get; init; }

    /// <summary>Whether a guild's own switches leave it alone, as they do with what is <see cref="Essential"/>.</summary>
    public bool EssentialInGuilds { get => field || Essential; init; }

    /// <summary>What a caller needs in the channel while no permission node says otherwise.</summary>
    public Permission DefaultPermission { get; init; }

    /// <summary>What the bot needs to do it, in the channel or the guild, beyond answering. Checked before it runs.</summary>
    public Permission BotPermission { get; init; }

    /// <summary>Whom it acts on, if on a person.</summary>
    public TargetRule? Target { get; init; }

    /// <summary>Which role it gives, takes or configures, if one.</summary>
    public RoleRule? Role { get; init; }

    /// <summary>How long one person waits between two uses; zero is no wait.</summary>
    public TimeSpan Cooldown { get; init; }

    /// <summary>Whether the slash form's answer is shown to the caller only.</summary>
    public bool Ephemeral { get; init; }

    /// <summary>The permission node: <c>basics.ping</c>, <c>permissions.perms.add</c>.</summary>
    public string Node => Group is null ? $"{Category.Name}.{Name}" : $"{Category.Name}.{Group.Name}.{Name}";
}
