using System.Globalization;
using Vexera.Core.Commands.Components;
using Vexera.Core.Discord;
using Vexera.Core.Storage;

namespace Vexera.Core.Modules.Moderation.Commands;

/// <summary>Leafs through somebody's cases. What it needs to know stands in the button: whose, and which page.</summary>
internal sealed class InfractionsTurn(InfractionsPage infractions) : IComponent
{
    /// <inheritdoc/>
    public static ComponentDefinition Definition { get; } = new() { Name = "infractions", Command = "infractions" };

    /// <summary>The id of the button that leads to a page.</summary>
    /// <param name="caller">Who may leaf.</param>
    /// <param name="user">Whose cases.</param>
    /// <param name="page">Which page, 1, 2, 3….</param>
    public static string IdFor(Snowflake caller, Snowflake user, int page) =>
        Definition.IdFor(caller, string.Create(CultureInfo.InvariantCulture, $"{user}.{page}"));

    /// <inheritdoc/>
    public async ValueTask<ComponentAnswer> UseAsync(ComponentContext context, CancellationToken cancellationToken)
    {
        var parts = context.Payload.Split('.');
        if (parts.Length != 2
            || context.Call.GuildId is null
            || !Snowflake.TryParse(parts[0], CultureInfo.InvariantCulture, out var user)
            || !int.TryParse(parts[1], CultureInfo.InvariantCulture, out var page))
        {
            return ComponentAnswer.Nothing;
        }

        try
        {
            return ComponentAnswer.Replace(
                await infractions.ShowAsync(context.Call, user, page, context.Id.Caller ?? context.Call.User.Id, cancellationToken));
        }
        catch (StorageException)
        {
            return ComponentAnswer.Tell(context.Call.Refuse(ModerationText.NoStorage));
        }
    }
}
