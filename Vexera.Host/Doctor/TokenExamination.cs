using System.Net;
using Vexera.Core.Rest;
using Vexera.Host.Cli;

namespace Vexera.Host.Doctor;

/// <summary>Sees whether Discord takes the token.</summary>
internal sealed class TokenExamination(IDiscordRest rest) : IExamination
{
    /// <inheritdoc/>
    public string Subject => DoctorText.Token;

    /// <inheritdoc/>
    public bool NeedsDiscord => true;

    /// <inheritdoc/>
    public async Task<Finding> ExamineAsync(CancellationToken cancellationToken)
    {
        try
        {
            var bot = await rest.Users.GetCurrentAsync(cancellationToken);
            return Finding.Right(DoctorText.TokenRight.With(bot.Username, bot.Id));
        }
        catch (DiscordRestException e) when (e.Status == HttpStatusCode.Unauthorized)
        {
            return Finding.Wrong(ExitCode.Refused, DoctorText.TokenWrong, CliText.TokenRefused);
        }
    }
}
