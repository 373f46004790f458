using Vexera.Core.Storage;
using Vexera.Sandbox;

namespace Vexera.Host.Hosting;

/// <summary>What the bot needs to be told to talk to a sandbox: nothing that it would not be told about Discord.</summary>
internal static class SandboxSettings
{
    /// <summary>
    /// Address and token of the sandbox's demo world, and places for database and logs. With a DNS server of the sandbox's own
    /// the address is a name that only this server knows.
    /// </summary>
    /// <param name="sandbox">The running sandbox.</param>
    /// <param name="folder">Where the bot keeps its things.</param>
    public static Dictionary<string, string?> ForBot(SandboxServer sandbox, string folder)
    {
        var address = new UriBuilder(sandbox.Address) { Path = "/api/v10" };
        if (sandbox.Dns is not null)
            address.Host = "discord.test";
        return new()
        {
            ["Discord:ApiBaseUrl"] = address.Uri.AbsoluteUri,
            ["Discord:Token"] = sandbox.BotToken,
            ["Net:DnsServer"] = sandbox.Dns?.ToString(),
            ["Storage:Provider"] = nameof(StorageProvider.Sqlite),
            ["Storage:Path"] = Path.Combine(folder, "vexera.db"),
            ["Control:Socket"] = Path.Combine(folder, "vexera.sock"),
            [Logs.FolderPath] = Path.Combine(folder, "logs"),
            [Logs.ConsoleLevelPath] = "Warn",
        };
    }
}
