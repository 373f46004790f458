using Vexera.Core.Commands.Switches;
using Vexera.Core.Storage;

namespace Vexera.Core.Modules;

/// <summary>
/// Every module and command with its switch. A switch stands in two places, in the settings and here, kept in the database: off in
/// either is off.
/// </summary>
internal interface ISwitchboard
{
    /// <summary>How every switch stands now: modules in alphabetical order, then commands likewise.</summary>
    IReadOnlyList<SwitchState> All { get; }

    /// <summary>How one switch stands now; null when there is none of that name. Upper and lower case are the same, aliases of commands are known.</summary>
    SwitchState? Find(SwitchKind kind, string name);

    /// <summary>The one name that is nearly <paramref name="typed"/>; null when none is, or several are.</summary>
    string? Nearest(SwitchKind kind, string typed);

    /// <summary>Sets a switch, everywhere and at once.</summary>
    /// <param name="kind">What it switches.</param>
    /// <param name="name">The module's or command's name.</param>
    /// <param name="isOn">How it shall stand.</param>
    /// <param name="by">Who wants that, for people.</param>
    /// <param name="cancellationToken">Ends the wait for one's turn.</param>
    /// <returns>How it went; unless it is <see cref="SwitchResult.Done"/> or <see cref="SwitchResult.Held"/>, nothing changed.</returns>
    /// <exception cref="StorageException">Nothing can be written, and too much waits to be written; nothing changed.</exception>
    Task<SwitchResult> SetAsync(SwitchKind kind, string name, bool isOn, string by, CancellationToken cancellationToken);

    /// <summary>Calls back after a switch may have changed, here or in the settings, until the result is disposed.</summary>
    IDisposable OnChange(Action changed);
}

/// <summary>How a switch stands.</summary>
/// <param name="Kind">What it switches.</param>
/// <param name="Name">The module's or command's name.</param>
/// <param name="Module">The module of a command; a module's own name.</param>
/// <param name="IsOn">Whether it works now: everything below allows it, and for a command its module is on.</param>
/// <param name="IsOnInSettings">What the settings say: <c>Modules:{Name}:Enabled</c>, or <c>Commands:Disabled</c>.</param>
/// <param name="Owner">What the owner set; null when never.</param>
/// <param name="IsEssential">Whether it cannot be switched off here: without it nothing could be switched on again.</param>
internal sealed record SwitchState(
    SwitchKind Kind, string Name, string Module, bool IsOn, bool IsOnInSettings, OwnerSwitch? Owner, bool IsEssential);

/// <summary>What came of setting a switch.</summary>
internal enum SwitchResult
{
    /// <summary>It stands as asked, and is written down.</summary>
    Done,

    /// <summary>It stands as asked, and is written down as soon as the database takes it.</summary>
    Held,

    /// <summary>It stood that way already.</summary>
    NoChange,

    /// <summary>It cannot be switched off here.</summary>
    Essential,

    /// <summary>There is none of that name.</summary>
    Unknown,
}
