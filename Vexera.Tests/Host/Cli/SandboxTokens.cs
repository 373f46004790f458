using System.Text.Json;
using Vexera.Sandbox;

namespace Vexera.Tests.Host.Cli;

/// <summary>Asks a sandbox for its demo world's tokens, as any program would.</summary>
internal static class SandboxTokens
{
    public static async Task<string> BotTokenAsync(this SandboxServer sandbox)
    {
        using var client = new HttpClient { BaseAddress = sandbox.Address };
        using var tokens = JsonDocument.Parse(await client.GetStringAsync("/sandbox/tokens", TestContext.Current.CancellationToken));
        return tokens.RootElement.GetProperty("bot").GetProperty("token").GetString()!;
    }
}
