using Vexera.Host.Cli;

namespace Vexera.Host.Doctor;

/// <summary>Sees whether Discord's API answers.</summary>
internal sealed class ReachExamination(DiscordGreeting greeting) : IExamination
{
    /// <inheritdoc/>
    public string Subject => DoctorText.Api;

    /// <inheritdoc/>
    public bool NeedsDiscord => true;

    /// <inheritdoc/>
    public async Task<Finding> ExamineAsync(CancellationToken cancellationToken)
    {
        try
        {
            var answer = await greeting.AskAsync(cancellationToken);
            return answer.Status == 200
                ? Finding.Right(DoctorText.ApiRight.With(answer.Elapsed.TotalMilliseconds))
                : Finding.Wrong(ExitCode.Unreachable, DoctorText.ApiStatus.With(answer.Status), DoctorText.ApiRemedy);
        }
        catch (HttpRequestException e)
        {
            return Finding.Wrong(ExitCode.Unreachable, e.GetBaseException().Message, DoctorText.ApiRemedy);
        }
    }
}
