using System.Net;
using Vexera.Core.Rest;
using Vexera.Host.Cli;

namespace Vexera.Host.Doctor;

/// <summary>Carries out the examinations in order and tells the results.</summary>
/// <param name="examinations">What to look at.</param>
/// <param name="time">The clock.</param>
internal sealed class DoctorOffice(IEnumerable<IExamination> examinations, TimeProvider time)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>All results, as they come. Once Discord is found unreachable, what needs it is not tried.</summary>
    public async IAsyncEnumerable<(string Subject, Finding Finding)> ExamineAsync(
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var isReachable = true;
        foreach (var examination in examinations)
        {
            var finding = examination.NeedsDiscord && !isReachable
                ? Finding.Unknown(DoctorText.NotTried)
                : await ExamineAsync(examination, cancellationToken);
            isReachable &= finding.ExitCode != ExitCode.Unreachable;
            yield return (examination.Subject, finding);
        }
    }

    private async Task<Finding> ExamineAsync(IExamination examination, CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(Patience, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        try
        {
            return await examination.ExamineAsync(both.Token);
        }
        catch (OperationCanceledException) when (deadline.IsCancellationRequested)
        {
            var seen = DoctorText.NoAnswer.With(Patience.TotalSeconds);
            return examination.NeedsDiscord ? Finding.Wrong(ExitCode.Unreachable, seen, DoctorText.ApiRemedy) : Finding.Unknown(seen);
        }
        catch (DiscordRestException e) when (e.Status == HttpStatusCode.Unauthorized)
        {
            return Finding.Unknown(DoctorText.NeedsToken);
        }
        catch (Exception e) when (e is DiscordRestException or DiscordUnreachableException or IOException or HttpRequestException)
        {
            return Finding.Unknown(e.Message);
        }
    }
}
