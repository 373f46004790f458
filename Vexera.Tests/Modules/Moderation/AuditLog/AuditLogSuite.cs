using System.Text.Json;
using Vexera.Core.Discord;
using Vexera.Core.Discord.Entities;
using Vexera.Core.Discord.Permissions;
using Vexera.Core.Dispatch;
using Vexera.Core.Events;
using Vexera.Core.Modules.Moderation.AuditLog;
using Vexera.Core.State;
using Vexera.Tests.Support;

namespace Vexera.Tests.Modules.Moderation.AuditLog;

/// <summary>What suites about Discord's own menus have in common: an audit log whose entries come by the gateway or are looked up.</summary>
public abstract class AuditLogSuite : ModerationContract
{
    private ulong _entries;

    private protected static CancellationToken Patience => TestContext.Current.CancellationToken;

    private protected static Snowflake Victim => ModerationRig.Victim.Id;

    private protected AuditCatchUp CatchUp => Bot.Rig.Get<AuditCatchUp>();

    private protected async Task ReadyAsync()
    {
        await CatchUp.StartAsync(Patience);
        var create = new GuildCreateEvent(new Guild { Id = TestGuild.Id, Name = "Test", OwnerId = TestGuild.Owner.Id }) { Kind = GuildCreateKind.AtReady };
        await CatchUp.HandleAsync(new EventContext<GuildCreateEvent>(create, Bot.Rig.Origin(), TestGuild.Id), Patience);
        await CatchUp.WhenIdleAsync().WaitAsync(TimeSpan.FromSeconds(30), Patience);
        await CatchUp.StopAsync(Patience);
    }

    private protected async Task SendAsync(AuditLogEntry entry)
    {
        Bot.Rest.Accounts[Victim] = ModerationRig.Victim;
        await DispatchAsync(new AuditLogEntryCreateEvent(TestGuild.Id, entry));
    }

    private protected Task BannedAsync() => DispatchAsync(new GuildBanAddEvent(TestGuild.Id, ModerationRig.Victim));

    private protected Task UnbannedAsync() => DispatchAsync(new GuildBanRemoveEvent(TestGuild.Id, ModerationRig.Victim));

    private async Task DispatchAsync<TEvent>(TEvent happened)
        where TEvent : class
    {
        var state = Bot.Rig.Guilds.TryGet(TestGuild.Id, out var known) ? known : null;
        var context = new EventContext<TEvent>(happened, Bot.Rig.Origin(), TestGuild.Id, state, state);
        foreach (var handler in Bot.Rig.All<IEventHandler<TEvent>>())
            await handler.HandleAsync(context, Patience);
    }

    private protected void ForbidAuditLog()
    {
        var guild = Bot.Rig.Guilds.TryGet(TestGuild.Id, out var known) ? known : throw new InvalidOperationException("The guild is not there.");
        var roles = guild.Roles.Values.Select(role => role.Id == TestGuild.BotRole
            ? role with { Permissions = Permission.BanMembers | Permission.KickMembers | Permission.ModerateMembers | Permission.SendMessages }
            : role);
        Bot.Rig.Guilds.Set(guild with { Roles = SnowflakeMap<Role>.From(roles, role => role.Id) });
    }

    private protected AuditLogEntry Entry(AuditLogAction action) => new()
    {
        Id = new Snowflake(Snowflake.At(Bot.Time.GetUtcNow()).Value + ++_entries),
        UserId = TestGuild.Moderator.Id,
        TargetId = Victim,
        ActionType = action,
        Reason = "in the menu",
    };

    private protected AuditLogEntry Timeout(DateTimeOffset? before, DateTimeOffset? until) => Entry(AuditLogAction.MemberUpdate) with
    {
        Changes =
        [
            new AuditLogChange
            {
                Key = "communication_disabled_until",
                OldValue = before is { } old ? JsonSerializer.SerializeToElement(old) : null,
                NewValue = until is { } now ? JsonSerializer.SerializeToElement(now) : null,
            },
        ],
    };
}
