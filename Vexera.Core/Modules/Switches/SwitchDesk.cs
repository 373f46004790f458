using Vexera.Core.Commands.Arguments;
using Vexera.Core.Commands.Definitions;
using Vexera.Core.Commands.Durations;
using Vexera.Core.Commands.Execution;
using Vexera.Core.Commands.Replies;
using Vexera.Core.Commands.Switches;
using Vexera.Core.Commands.Texts;

namespace Vexera.Core.Modules.Switches;

/// <summary>Answers both commands, which differ only in what they switch.</summary>
/// <param name="board">The switches.</param>
internal sealed class SwitchDesk(ISwitchboard board)
{
    private const string Enable = "enable", Disable = "disable";

    /// <summary>What to do.</summary>
    public static Argument<string> Action { get; } =
        new("action", SwitchesText.ActionArgument, new ChoiceArgument(Enable, Disable), required: false);

    /// <summary>Which module.</summary>
    public static Argument<string> ModuleName { get; } =
        new("name", SwitchesText.ModuleArgument, new TextArgument("greeting", longest: 32), required: false);

    /// <summary>Which command.</summary>
    public static Argument<string> CommandName { get; } =
        new("name", SwitchesText.CommandArgument, new TextArgument("ping", longest: CommandNames.Longest, takesTheRest: true), required: false);

    /// <summary>Lists, shows or sets.</summary>
    public async ValueTask<Reply> AnswerAsync(
        CommandContext context, SwitchKind kind, Argument<string> nameArgument, CancellationToken cancellationToken)
    {
        var isAction = context.Arguments.TryGet(Action, out var action);
        if (!context.Arguments.TryGet(nameArgument, out var name))
        {
            return isAction
                ? context.Say(SwitchesText.NameNeeded(InlineCode.Of($"{context.Call} {action} {nameArgument.Example}")))
                : context.Say(board.All.Where(one => one.Kind == kind).Select(Line));
        }

        if (board.Find(kind, name) is not { } found)
            return context.Say(Unknown(context, kind, name));
        if (!isAction)
            return context.Say(Line(found));
        var result = await board.SetAsync(
            kind, found.Name, action == Enable, $"{context.User.Username} ({context.User.Id})", cancellationToken);
        return context.Say(Outcome(context, result, action == Enable, board.Find(kind, found.Name)!));
    }

    private Text Unknown(CommandContext context, SwitchKind kind, string name) => board.Nearest(kind, name) is { } nearest
        ? SwitchesText.UnknownNear(InlineCode.Of(name), InlineCode.Of(nearest), InlineCode.Of(context.Call))
        : SwitchesText.Unknown(InlineCode.Of(name), InlineCode.Of(context.Call));

    private static IEnumerable<Text> Outcome(CommandContext context, SwitchResult result, bool isOn, SwitchState state)
    {
        var name = InlineCode.Of(state.Name);
        if (result == SwitchResult.Essential)
        {
            yield return SwitchesText.Essential(name);
            yield break;
        }

        if (result == SwitchResult.NoChange)
            yield return isOn ? SwitchesText.OnAlready(name) : SwitchesText.OffAlready(name);
        else
            yield return isOn ? SwitchesText.TurnedOn(name) : SwitchesText.TurnedOff(name, InlineCode.Of($"{context.Call} {Enable} {state.Name}"));
        if (!state.IsOnInSettings)
            yield return isOn ? SwitchesText.ButOffInSettings(Setting(state)) : SwitchesText.OffInSettingsToo(Setting(state));
        if (isOn && state.IsOnInSettings && !state.IsOn)
            yield return SwitchesText.ButModuleOff(InlineCode.Of(state.Module));
        if (result == SwitchResult.Held)
            yield return SwitchesText.Held;
    }

    private static Text Line(SwitchState state)
    {
        var name = InlineCode.Of(state.Name);
        if (state.Owner is { IsOn: false } owner)
        {
            var (by, at) = (InlineCode.Of(owner.SetBy), Timestamp.Relative(owner.SetAt));
            return state.IsOnInSettings
                ? SwitchesText.LineOffByOwner(name, by, at)
                : SwitchesText.LineOffByBoth(name, by, at, Setting(state));
        }

        if (!state.IsOnInSettings)
            return SwitchesText.LineOffInSettings(name, Setting(state));
        return state.IsOn ? SwitchesText.LineOn(name) : SwitchesText.LineOffWithModule(name, InlineCode.Of(state.Module));
    }

    private static string Setting(SwitchState state) =>
        InlineCode.Of(state.Kind == SwitchKind.Module ? $"Modules:{state.Name}:Enabled" : "Commands:Disabled");
}
