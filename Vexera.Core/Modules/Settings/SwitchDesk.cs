using Vexera.Core.Commands.Arguments;
using Vexera.Core.Commands.Definitions;
using Vexera.Core.Commands.Execution;
using Vexera.Core.Commands.Nodes;
using Vexera.Core.Commands.Replies;
using Vexera.Core.Commands.Switches;
using Vexera.Core.Commands.Texts;

namespace Vexera.Core.Modules.Settings;

/// <summary>Answers <c>settings enable</c> and <c>settings disable</c>.</summary>
/// <param name="switches">What guilds have switched off.</param>
/// <param name="commands">The commands there are.</param>
/// <param name="nodes">The nodes there are.</param>
internal sealed class SwitchDesk(GuildSwitches switches, CommandCatalog commands, NodeCatalog nodes)
{
    /// <summary>Which command or chapter.</summary>
    public static Argument<string> Name { get; } =
        new("name", SettingsText.NameArgument, new TextArgument("ping", longest: NodePattern.Longest, takesTheRest: true));

    /// <summary>Switches it.</summary>
    public async ValueTask<Reply> SetAsync(CommandContext context, bool isOn, CancellationToken cancellationToken)
    {
        var typed = context.Arguments.Get(Name);
        if (switches.Find(typed, commands) is not { } node)
            return context.Say(Unknown(typed)) with { Ephemeral = true };
        var name = InlineCode.Of(node.Text);
        if (!isOn && switches.IsEssential(node))
            return context.Say(SettingsText.Essential(name)) with { Ephemeral = true };
        var guild = context.GuildId!.Value;
        var changed = await switches.SetAsync(guild, node, isOn, cancellationToken);
        var covering = (await switches.OffAsync(guild, cancellationToken)).FirstOrDefault(other => !other.Equals(node) && other.Covers(node.Text));
        if (isOn && covering is not null)
            return context.Say(SettingsText.StillOff(name, InlineCode.Of(covering.Text)));
        if (isOn)
            return context.Say(changed ? SettingsText.TurnedOn(name) : SettingsText.OnAlready(name));
        return context.Say(changed ? SettingsText.TurnedOff(name) : SettingsText.OffAlready(name));
    }

    private Text Unknown(string typed) => nodes.Nearest(typed).FirstOrDefault(node => !node.Equals(NodePattern.Everything)) is { } nearest
        ? SettingsText.UnknownNear(InlineCode.Of(typed), InlineCode.Of(nearest.Text))
        : SettingsText.Unknown(InlineCode.Of(typed));
}
