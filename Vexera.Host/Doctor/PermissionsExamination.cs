using Vexera.Core.Discord;
using Vexera.Core.Discord.Entities;
using Vexera.Core.Discord.Permissions;
using Vexera.Core.Rest;
using Vexera.Host.Cli;

namespace Vexera.Host.Doctor;

/// <summary>Looks in which guilds the bot lacks what it needs to answer at all.</summary>
internal sealed class PermissionsExamination(IDiscordRest rest) : IExamination
{
    private const Permission Needed =
        Permission.ViewChannel | Permission.SendMessages | Permission.EmbedLinks | Permission.ReadMessageHistory;

    private const int PageSize = 200;
    private const int MostPages = 5;
    private const int MostNamed = 3;

    /// <inheritdoc/>
    public string Subject => DoctorText.Permissions;

    /// <inheritdoc/>
    public bool NeedsDiscord => true;

    /// <inheritdoc/>
    public async Task<Finding> ExamineAsync(CancellationToken cancellationToken)
    {
        var application = await rest.Applications.GetCurrentAsync(cancellationToken);
        var invite = InviteLink.For(application.Id, Needed).AbsoluteUri;
        var guilds = await ReadGuildsAsync(cancellationToken);
        if (guilds.Count == 0)
            return Finding.Right(DoctorText.NoGuilds.With(invite));
        var lacking = guilds.Where(guild => Lacks(guild) != Permission.None).ToList();
        if (lacking.Count == 0)
            return Finding.Right(DoctorText.PermissionsRight.With(guilds.Count));
        var named = string.Join("; ", lacking.Take(MostNamed).Select(guild => $"{guild.Name} ({guild.Id}): {Lacks(guild)}"));
        return Finding.Wrong(
            ExitCode.Refused, DoctorText.PermissionsLacking.With(lacking.Count, guilds.Count, named), DoctorText.PermissionsRemedy.With(invite));
    }

    private static Permission Lacks(CurrentGuild guild) =>
        guild.Owner || guild.Permissions.HasFlag(Permission.Administrator) ? Permission.None : Needed & ~guild.Permissions;

    private async Task<List<CurrentGuild>> ReadGuildsAsync(CancellationToken cancellationToken)
    {
        var guilds = new List<CurrentGuild>();
        for (var page = 0; page < MostPages; page++)
        {
            var more = await rest.Users.GetCurrentGuildsAsync(guilds.Count == 0 ? default : guilds[^1].Id, PageSize, cancellationToken);
            guilds.AddRange(more);
            if (more.Count < PageSize)
                break;
        }

        return guilds;
    }
}
