using Microsoft.Extensions.Logging.Abstractions;
using Vexera.Core.Commands.Languages;
using Vexera.Core.Discord;
using Vexera.Core.Discord.Entities;
using Vexera.Core.Modules.Alerts;
using Vexera.Core.Monitoring.Alerts;
using Vexera.Core.Rest;
using Vexera.Tests.Commands;
using Vexera.Tests.Support;

namespace Vexera.Tests.Modules.Alerts;

/// <summary>Alerts are told whatever happens to the machine's clock meanwhile.</summary>
public sealed class PlaceTellerTests
{
    private readonly Place _place = new();

    [Theory]
    [InlineData(-2)]
    [InlineData(2)]
    public async Task TellAsync_ClockIsSetWhileDiscordIsAway_IsToldSoonAfterDiscordIsBack(double hours)
    {
        await using var rig = new CommandRig(services => services.AddSettingsForAlerts());
        var clock = new JumpingClock(rig.Time);
        var teller = new PlaceTeller(rig.Get<AlertMessageStore>(), rig.Get<LanguageChoice>(), clock, NullLogger.Instance);
        Alert[] firing = [new("Cpu", AlertSeverity.Warning, rig.Time.GetUtcNow(), null, 1, 1, "text")];
        _place.IsAway = true;
        await teller.TellAsync(_place, firing, [], [], TestContext.Current.CancellationToken);

        clock.Offset = TimeSpan.FromHours(hours);
        _place.IsAway = false;
        rig.Time.Advance(TimeSpan.FromMinutes(1));
        await teller.TellAsync(_place, firing, [], [], TestContext.Current.CancellationToken);

        _place.Posts.ShouldBe(1);
    }

    private sealed class Place : IAlertPlace
    {
        public bool IsAway { get; set; }

        public int Posts { get; private set; }

        public string Name => "channel 66";

        public Task<Snowflake> PostAsync(OutgoingMessage message, string nonce, CancellationToken cancellationToken)
        {
            if (IsAway)
                throw new DiscordUnreachableException("POST", "no connection");
            Posts++;
            return Task.FromResult(new Snowflake(1));
        }

        public Task EditAsync(Snowflake messageId, OutgoingMessage message, CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
