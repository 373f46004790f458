using Microsoft.Extensions.Options;
using Vexera.Core.Discord;
using Vexera.Core.Discord.Entities;
using Vexera.Core.Gateway;
using Vexera.Core.Rest;
using Vexera.Host.Cli;

namespace Vexera.Host.Doctor;

/// <summary>Compares the privileged intents that the settings want with those switched on in Discord's developer portal.</summary>
internal sealed class IntentsExamination(IDiscordRest rest, IOptions<GatewayOptions> options) : IExamination
{
    private static readonly (GatewayIntents Intent, ApplicationFlags Flags, string Name, Func<string> Lost)[] Privileged =
    [
        (GatewayIntents.GuildPresences, ApplicationFlags.GatewayPresence | ApplicationFlags.GatewayPresenceLimited, "Presence Intent",
            () => DoctorText.PresencesLost),
        (GatewayIntents.GuildMembers, ApplicationFlags.GatewayGuildMembers | ApplicationFlags.GatewayGuildMembersLimited, "Server Members Intent",
            () => DoctorText.ServerMembersLost),
        (GatewayIntents.MessageContent, ApplicationFlags.GatewayMessageContent | ApplicationFlags.GatewayMessageContentLimited, "Message Content Intent",
            () => DoctorText.MessageContentLost),
    ];

    /// <inheritdoc/>
    public string Subject => DoctorText.Intents;

    /// <inheritdoc/>
    public bool NeedsDiscord => true;

    /// <inheritdoc/>
    public async Task<Finding> ExamineAsync(CancellationToken cancellationToken)
    {
        var application = await rest.Applications.GetCurrentAsync(cancellationToken);
        var wanted = Privileged.Where(one => options.Value.Intents.HasFlag(one.Intent)).ToList();
        var missing = wanted.Where(one => (application.Flags & one.Flags) == 0).ToList();
        if (missing.Count > 0)
        {
            var names = string.Join(", ", missing.Select(one => one.Name));
            var lost = string.Join("; ", missing.Select(one => one.Lost()));
            return Finding.Wrong(
                ExitCode.Refused, DoctorText.IntentsMissing.With(names, lost), DoctorText.IntentsRemedy.With(names, application.Id));
        }

        return Finding.Right(wanted.Count == 0
            ? DoctorText.IntentsNone
            : DoctorText.IntentsRight.With(string.Join(", ", wanted.Select(one => one.Name))));
    }
}
