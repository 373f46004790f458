using Vexera.Host.Drills.Promises;
using Vexera.Host.Drills.Scenarios.Verbs;

namespace Vexera.Host.Drills.Scenarios;

/// <summary>Discord takes the token back: the bot ends at once and says why, instead of trying on until the address is banned.</summary>
internal static class TokenRevoked
{
    private const int Refused = 77;

    public static Scenario Build()
    {
        var drill = new Scenario("token-revoked", DrillText.TokenRevokedSummary) { ShortScale = 0.5 };
        drill.At("0:00:02").TokenRevoked();
        drill.At("0:00:12").Calm();
        return drill.Promise(ProcessEnds.EndsWith(Refused), Rules.IdentifiesInTime(), Rules.NoneBroken());
    }
}
