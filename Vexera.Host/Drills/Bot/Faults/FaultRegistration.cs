using Vexera.Core.Storage;
using Vexera.Host.Control;

namespace Vexera.Host.Drills.Bot.Faults;

/// <summary>
/// Faults of the machine under a bot that is drilled, each made by a command at its control socket. A new process begins with none.
/// </summary>
internal static class FaultRegistration
{
    /// <summary>Slows the disk; the number is of milliseconds.</summary>
    public const string SlowDisk = "slow-disk";

    /// <summary>Fills the disk; 1 for full.</summary>
    public const string FullDisk = "full-disk";

    /// <summary>Sets the clock; the number is of milliseconds by which it is ahead, below 0 for behind.</summary>
    public const string SetClock = "set-clock";

    /// <summary>Adds all of them, and does nothing yet.</summary>
    public static IServiceCollection AddFaults(this IServiceCollection services) => services
        .AddSingleton<DiskDelay>()
        .Decorate<IDatabase>((inner, provider) => new SlowDatabase(inner, provider.GetRequiredService<DiskDelay>()))
        .AddSingleton<FullDisk>()
        .AddSingleton<WrongClock>()
        .AddSingleton<TimeProvider>(provider => provider.GetRequiredService<WrongClock>())
        .AddControl<DiskDelay>(SlowDisk, (disk, milliseconds) => disk.Length = TimeSpan.FromMilliseconds(milliseconds))
        .AddControl<FullDisk>(FullDisk, (disk, isFull) => disk.IsFull = isFull != 0)
        .AddControl<WrongClock>(SetClock, (clock, milliseconds) => clock.Ahead = TimeSpan.FromMilliseconds(milliseconds));

    private static IServiceCollection AddControl<T>(this IServiceCollection services, string name, Action<T, long> make)
        where T : class => services.AddSingleton<IControlCommand>(
            provider => new FaultControl(name, strength => make(provider.GetRequiredService<T>(), strength)));
}
