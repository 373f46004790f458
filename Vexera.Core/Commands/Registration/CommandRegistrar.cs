using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Vexera.Core.Commands.Definitions;
using Vexera.Core.Commands.Execution;
using Vexera.Core.Discord;
using Vexera.Core.Rest;
using Vexera.Core.Shards;
using Vexera.Core.State;

namespace Vexera.Core.Commands.Registration;

/// <summary>
/// Keeps the slash commands that Discord has equal to those that are switched on. Works once after the first READY and after
/// each change of switches, only in the process that has shard 0, and sends nothing when nothing differs.
/// </summary>
internal sealed class CommandRegistrar(
    CommandCatalog catalog,
    CommandSwitches switches,
    IOptionsMonitor<CommandsOptions> options,
    ISelf self,
    IFleetStatus fleet,
    IDiscordRest rest,
    TimeProvider time,
    ILogger<CommandRegistrar> logger) : BackgroundService
{
    private static readonly TimeSpan ShortestDelay = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestDelay = TimeSpan.FromMinutes(10);

    private readonly Channel<bool> _changes = System.Threading.Channels.Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var change = switches.OnChange(Changed);
        await self.WaitUntilKnownAsync(stoppingToken);
        if (!fleet.Shards.Any(shard => shard.Id == 0))
            return;
        Changed();
        await foreach (var _ in _changes.Reader.ReadAllAsync(stoppingToken))
            await SynchronizePatientlyAsync(self.Application!.Id, stoppingToken);
    }

    private void Changed() => _changes.Writer.TryWrite(true);

    private async Task SynchronizePatientlyAsync(Snowflake application, CancellationToken cancellationToken)
    {
        for (var delay = ShortestDelay; ; delay = delay * 2 < LongestDelay ? delay * 2 : LongestDelay)
        {
            try
            {
                await SynchronizeAsync(application, cancellationToken);
                return;
            }
            catch (Exception e) when (e is DiscordRestException or DiscordUnreachableException)
            {
                var wait = (e as RestBudgetException)?.RetryAfter ?? delay;
                CommandsLog.RegistrationFailed(logger, e, wait);
                await Task.Delay(wait, time, cancellationToken);
            }
        }
    }

    private async Task SynchronizeAsync(Snowflake application, CancellationToken cancellationToken)
    {
        WarnOfUnknownNames();
        var ours = SlashDeclaration.Of(catalog.All
            .Where(command => !command.Definition.OwnerOnly && switches.IsOn(command))
            .Select(command => command.Definition));
        var theirs = await rest.Applications.GetGlobalCommandsAsync(application, cancellationToken);
        if (CanonicalCommands.Of(ours) == CanonicalCommands.Of(theirs))
        {
            CommandsLog.AlreadyRegistered(logger);
            return;
        }

        await rest.Applications.OverwriteGlobalCommandsAsync(application, ours, cancellationToken);
        CommandsLog.Registered(logger, ours.Count);
    }

    private void WarnOfUnknownNames()
    {
        var names = catalog.All.Select(command => command.Definition.FullName).ToList();
        foreach (var unknown in options.CurrentValue.Disabled.Except(names, StringComparer.OrdinalIgnoreCase))
            CommandsLog.UnknownDisabled(logger, unknown, string.Join(", ", names));
    }
}
