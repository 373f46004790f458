using Microsoft.Extensions.DependencyInjection;
using Vexera.Sandbox.Faults;
using Vexera.Sandbox.World.Demo;
using Vexera.Tests.Support;

namespace Vexera.Tests.Modules.Moderation;

/// <summary>The real bot on the sandbox, killed while Discord holds the answer to a ban: before it did it, and after.</summary>
public sealed class ModerationProcessTests
{
    private static readonly ulong Moderator = DemoWorld.People[1].Id;
    private static readonly ulong Victim = DemoWorld.People[2].Id;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Bot_KilledWhileDiscordHoldsTheBan_HasOneCaseAndOneBanAfterTheRestart(bool afterDoing)
    {
        await using var bot = await BotOnSandbox.CreateAsync();
        await bot.ControlAsync(
            "sandbox/faults", new { kind = "rest", route = "PUT /guilds/{guild_id}/bans", delayMs = 600_000, afterDoing });
        bot.Say(bot.Guild.Id, $"+ban {Victim} 1d spam", Moderator);
        await Eventually.UntilAsync(() => IsBanned(bot) || (!afterDoing && IsAsked(bot)));
        IsBanned(bot).ShouldBe(afterDoing);

        await bot.KillAsync();
        await bot.StartAsync();
        await bot.UntilAsync(() => IsBanned(bot) && bot.SaidIn(bot.Guild.Id).Any(message => message.Content.Contains("case 1", StringComparison.Ordinal)));

        bot.Say(bot.Guild.Id, "+case 2", Moderator);
        await bot.UntilAsync(() => bot.SaidIn(bot.Guild.Id).Any(message => message.Content == "There is no case 2."));
        bot.SaidIn(bot.Guild.Id).ShouldContain(message => message.Content.StartsWith("`Pip` is banned; that ends", StringComparison.Ordinal));
    }

    private static bool IsAsked(BotOnSandbox bot) => bot.Server.Services.GetRequiredService<SandboxFaults>().Rest.Count == 0;

    private static bool IsBanned(BotOnSandbox bot) => bot.Guild.Bans.ContainsKey(Victim);
}
