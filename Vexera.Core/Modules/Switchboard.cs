using Vexera.Core.Commands.Definitions;
using Vexera.Core.Commands.Execution;
using Vexera.Core.Commands.Switches;

namespace Vexera.Core.Modules;

/// <inheritdoc cref="ISwitchboard"/>
internal sealed class Switchboard(
    ModuleSwitches modules, CommandCatalog catalog, CommandSwitches commands, OwnerSwitches owner) : ISwitchboard
{
    /// <inheritdoc/>
    public IReadOnlyList<SwitchState> All =>
    [
        .. modules.Names.Select(Of),
        .. catalog.All.OrderBy(command => command.Definition.FullName, StringComparer.Ordinal).Select(Of),
    ];

    /// <inheritdoc/>
    public SwitchState? Find(SwitchKind kind, string name)
    {
        if (kind == SwitchKind.Command)
            return catalog.Find(CommandNames.Normalized(name)) is { } command ? Of(command) : null;
        return modules.Names.FirstOrDefault(module => module.Equals(name, StringComparison.OrdinalIgnoreCase)) is { } found ? Of(found) : null;
    }

    /// <inheritdoc/>
    public string? Nearest(SwitchKind kind, string typed) => kind == SwitchKind.Command
        ? CommandNames.Nearest(CommandNames.Normalized(typed), catalog.All)?.Definition.FullName
        : EditDistance.Nearest(typed, modules.Names);

    /// <inheritdoc/>
    public async Task<SwitchResult> SetAsync(SwitchKind kind, string name, bool isOn, string by, CancellationToken cancellationToken)
    {
        if (Find(kind, name) is not { } found)
            return SwitchResult.Unknown;
        if (found.IsEssential && !isOn)
            return SwitchResult.Essential;
        if (found.Owner is not { IsOn: false } == isOn)
            return SwitchResult.NoChange;
        return await owner.SetAsync(kind, found.Name, isOn, by, cancellationToken) ? SwitchResult.Done : SwitchResult.Held;
    }

    /// <inheritdoc/>
    public IDisposable OnChange(Action changed) => commands.OnChange(changed);

    private SwitchState Of(string module) => new(
        SwitchKind.Module,
        module,
        module,
        modules.IsOn(module),
        modules.IsOnInSettings(module),
        owner.Find(SwitchKind.Module, module),
        catalog.All.Any(command => command.Module == module && command.Definition.Essential));

    private SwitchState Of(CommandEntry command) => new(
        SwitchKind.Command,
        command.Definition.FullName,
        command.Module,
        commands.IsOn(command),
        commands.IsOnInSettings(command),
        owner.Find(SwitchKind.Command, command.Definition.FullName),
        command.Definition.Essential);
}
