using System.Text.Json;
using Vexera.Sandbox.World.Permissions;

namespace Vexera.Sandbox.World.Model;

/// <summary><see href="https://discord.com/developers/docs/interactions/application-commands#application-command-object"/></summary>
internal sealed record ApplicationCommand(ulong Id, ulong ApplicationId, string Name)
{
    /// <summary>Null for a global command.</summary>
    public ulong? GuildId { get; init; }

    /// <summary>1 slash, 2 user menu, 3 message menu.</summary>
    public int Type { get; init; } = 1;

    public string Description { get; init; } = "";
    public ulong Version { get; init; }
    public Permission? DefaultMemberPermissions { get; init; }
    public bool? DmPermission { get; init; }
    public bool Nsfw { get; init; }

    /// <summary>As registered.</summary>
    public JsonElement? Options { get; init; }

    public JsonElement? NameLocalizations { get; init; }
    public JsonElement? DescriptionLocalizations { get; init; }
    public JsonElement? Contexts { get; init; }
    public JsonElement? IntegrationTypes { get; init; }
}
