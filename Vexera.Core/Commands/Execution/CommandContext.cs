using System.Globalization;
using Vexera.Core.Commands.Arguments;
using Vexera.Core.Commands.Definitions;
using Vexera.Core.Commands.Languages;
using Vexera.Core.Commands.Replies;
using Vexera.Core.Commands.Targets;
using Vexera.Core.Commands.Texts;
using Vexera.Core.Discord;
using Vexera.Core.Discord.Entities;
using Vexera.Core.Discord.Permissions;
using Vexera.Core.Events;
using Vexera.Core.State;

namespace Vexera.Core.Commands.Execution;

/// <summary>One call of a command: who, where, what. The same for both forms.</summary>
internal sealed record CommandContext
{
    /// <summary>The command.</summary>
    public required CommandEntry Command { get; init; }

    /// <summary>How it was called.</summary>
    public required CommandForm Form { get; init; }

    /// <summary>The id of the message or interaction.</summary>
    public required Snowflake Cause { get; init; }

    /// <summary>Where the event came from.</summary>
    public required EventOrigin Origin { get; init; }

    /// <summary>Who called.</summary>
    public required User User { get; init; }

    /// <summary>The caller's membership; null in direct messages.</summary>
    public Member? Member { get; init; }

    /// <summary>What the caller may do in the channel; everything in direct messages.</summary>
    public required Permission Permissions { get; init; }

    /// <summary>The channel.</summary>
    public required Snowflake ChannelId { get; init; }

    /// <summary>The guild; null in direct messages.</summary>
    public Snowflake? GuildId { get; init; }

    /// <summary>What is known of the guild; null in direct messages, and when nothing is.</summary>
    public GuildState? Guild { get; init; }

    /// <summary>What stands before a command's name when the caller writes it as now: <c>/</c>, <c>+</c>, a mention.</summary>
    public required string Prefix { get; init; }

    /// <summary>What the caller's Discord is set to, if it said so.</summary>
    public string? ClientLocale { get; init; }

    /// <summary>The language to answer in; chosen before the checks.</summary>
    public CultureInfo Culture { get; init; } = LanguageCatalog.English.Culture;

    /// <summary>What was given for arguments.</summary>
    public required ArgumentInput Input { get; init; }

    /// <summary>The arguments, once they are understood.</summary>
    public ArgumentValues Arguments { get; } = new();

    /// <summary>Whom the command acts on, once found; null for a command that acts on nobody.</summary>
    public TargetUser? Target { get; set; }

    /// <summary>The call as the caller would write it again, without arguments: <c>+ping</c>, <c>+perms add</c>.</summary>
    public string Call => Prefix + Command.Definition.FullName;

    /// <summary>An answer of one or more lines.</summary>
    public Reply Say(params IEnumerable<Text> lines) =>
        new(string.Join('\n', lines.Select(line => line.In(Culture)))) { Ephemeral = Command.Definition.Ephemeral };

    /// <summary>An answer that tells why nothing was done: in the slash form for the caller only.</summary>
    public Reply Refuse(params IEnumerable<Text> lines) => Say(lines) with { Ephemeral = true };
}
