using System.Text.Json;

namespace Vexera.Host.Hosting;

/// <summary>What the bot needs to be told to talk to a sandbox: nothing that it would not be told about Discord.</summary>
internal static class SandboxSettings
{
    /// <summary>Address and token of the sandbox's demo world, and places for database and logs.</summary>
    /// <param name="address">Where the sandbox listens.</param>
    /// <param name="folder">Where the bot keeps its things.</param>
    /// <param name="cancellationToken">Gives up asking.</param>
    public static async Task<Dictionary<string, string?>> ForBotAsync(Uri address, string folder, CancellationToken cancellationToken)
    {
        using var client = new HttpClient();
        await using var answer = await client.GetStreamAsync(new Uri(address, "/sandbox/tokens"), cancellationToken);
        using var tokens = await JsonDocument.ParseAsync(answer, cancellationToken: cancellationToken);
        return new()
        {
            ["Discord:ApiBaseUrl"] = new Uri(address, "/api/v10").AbsoluteUri,
            ["Discord:Token"] = tokens.RootElement.GetProperty("bot").GetProperty("token").GetString(),
            ["Storage:Path"] = Path.Combine(folder, "vexera.db"),
            [Logs.FolderPath] = Path.Combine(folder, "logs"),
            [Logs.ConsoleLevelPath] = "Warn",
        };
    }
}
