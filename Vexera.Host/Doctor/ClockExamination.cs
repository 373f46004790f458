using Vexera.Host.Cli;

namespace Vexera.Host.Doctor;

/// <summary>Compares this machine's clock with Discord's.</summary>
internal sealed class ClockExamination(DiscordGreeting greeting) : IExamination
{
    private static readonly TimeSpan Most = TimeSpan.FromSeconds(5);

    /// <inheritdoc/>
    public string Subject => DoctorText.Clock;

    /// <inheritdoc/>
    public bool NeedsDiscord => true;

    /// <inheritdoc/>
    public async Task<Finding> ExamineAsync(CancellationToken cancellationToken)
    {
        var answer = await greeting.AskAsync(cancellationToken);
        if (answer.Skew is not { } skew)
            return Finding.Unknown(DoctorText.ClockUnknown);
        var seen = (skew < TimeSpan.Zero ? DoctorText.ClockBehind : DoctorText.ClockAhead).With(skew.Duration().TotalSeconds);
        return skew.Duration() <= Most
            ? Finding.Right(seen)
            : Finding.Wrong(ExitCode.BadConfiguration, seen, DoctorText.ClockRemedy);
    }
}
