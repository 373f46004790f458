using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Playwright;
using Vexera.Core.Scheduling;
using Vexera.Host.Configuration;
using Vexera.Host.Hosting;
using Vexera.Sandbox;
using Vexera.Sandbox.World.Demo;
using Vexera.Tests.Sandbox.Chat.Browser;
using Vexera.Tests.Support;

namespace Vexera.Tests.Modules.Moderation;

/// <summary>What a moderator sees: a ban for ten minutes, its case, and that both are over when the time is. Bot and Discord share a clock.</summary>
public sealed class BanInTheChatTests(Chromium chromium) : ChatTest(chromium)
{
    private readonly ShiftedClock _clock = new();
    private readonly TemporaryFolder _folder = new();
    private IHost? _bot;

    [Fact]
    public async Task Ban_ForTenMinutes_AppearsAsACaseAndIsOverWhenTheClockHasMoved()
    {
        var (page, pip) = (await OpenAsync(), DemoWorld.People[2].Id);
        await ActAsAsync(page, "Mason");

        await SayAsync(page, $"+ban {pip} 10m spam");
        await Assertions.Expect(Message(page, "Pip is banned; that ends")).ToContainTextAsync("case 1");
        IsBanned(pip).ShouldBeTrue();
        await SayAsync(page, "+case 1");
        await Assertions.Expect(Message(page, "Moderator:")).ToContainTextAsync("Reason: spam");
        await Assertions.Expect(Message(page, "Moderator:")).ToContainTextAsync("Ends");
        await ShootAsync(page, "banned");

        _clock.Advance(TimeSpan.FromMinutes(10));
        _bot!.Services.GetRequiredService<ISchedule>().Wake();
        await Eventually.UntilAsync(() => !IsBanned(pip));
        await _bot.Services.GetRequiredService<DueWorkEngine>().WhenIdleAsync(Cancel);
        await SayAsync(page, "+case 1");

        await Assertions.Expect(Message(page, "Its time was over")).ToHaveCountAsync(1);
        await ShootAsync(page, "ban-is-over");
    }

    private protected override async Task<Uri> StartAsync()
    {
        var address = await base.StartAsync();
        var sources = new ConfigurationSources(new AppSettingsFile(), SandboxSettings.ForBot(Server, _folder.Path)
            .Append(new("Dashboard:Enabled", "false"))
            .ToDictionary(setting => setting.Key, setting => setting.Value));
        _bot = BotHost.Build(sources, services => services.AddSingleton<TimeProvider>(_clock));
        await _bot.StartAsync(Cancel);
        return address;
    }

    private protected override async ValueTask StopAsync()
    {
        if (_bot is not null)
        {
            await _bot.StopAsync(CancellationToken.None);
            _bot.Dispose();
        }

        await base.StopAsync();
        _folder.Dispose();
    }

    private protected override SandboxOptions Options => base.Options with { TimeProvider = _clock };

    private bool IsBanned(ulong user) => Server.World.Guilds.Get(DemoWorld.GuildIds(Server.World).First()).Bans.ContainsKey(user);
}
