using Vexera.Core.Discord;
using Vexera.Core.Discord.Entities;
using Vexera.Core.Discord.Json;
using Vexera.Core.Rest.Wire;

namespace Vexera.Core.Rest.Resources;

/// <inheritdoc cref="IApplicationResource"/>
internal sealed class ApplicationResource(RestClient client) : IApplicationResource
{
    private static readonly RestRoute GetCurrent = new(HttpMethod.Get, "/applications/@me");
    private static readonly RestRoute GetCommands = new(HttpMethod.Get, "/applications/{application}/commands");
    private static readonly RestRoute OverwriteCommands = new(HttpMethod.Put, "/applications/{application}/commands");

    public Task<Application> GetCurrentAsync(CancellationToken cancellationToken) =>
        client.SendAsync(GetCurrent.To(), DiscordJson.Default.Application, cancellationToken);

    public Task<IReadOnlyList<ApplicationCommand>> GetGlobalCommandsAsync(Snowflake applicationId, CancellationToken cancellationToken) =>
        client.SendAsync(
            GetCommands.To(applicationId).WithQuery($"with_localizations=true"),
            DiscordJson.Default.IReadOnlyListApplicationCommand,
            cancellationToken);

    public Task<IReadOnlyList<ApplicationCommand>> OverwriteGlobalCommandsAsync(
        Snowflake applicationId, IReadOnlyList<ApplicationCommand> commands, CancellationToken cancellationToken) =>
        client.SendAsync(
            OverwriteCommands.To(applicationId).WithJson(commands, DiscordJson.Default.IReadOnlyListApplicationCommand),
            DiscordJson.Default.IReadOnlyListApplicationCommand,
            cancellationToken);
}
