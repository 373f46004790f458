using System.Net;
using Microsoft.Extensions.Options;
using Vexera.Core.Discord;
using Vexera.Core.Net;
using Vexera.Host.Cli;

namespace Vexera.Host.Doctor;

/// <summary>Asks for the address of Discord's API as the bot would, times the resolver and says which one it is.</summary>
internal sealed class AddressExamination(
    AddressCache addresses, IOptions<DiscordOptions> options, IOptions<NetOptions> net, TimeProvider time) : IExamination
{
    private static readonly TimeSpan Slow = TimeSpan.FromSeconds(1);

    /// <inheritdoc/>
    public string Subject => DoctorText.Addresses;

    /// <inheritdoc/>
    public bool NeedsDiscord => false;

    private bool AsksServer => !string.IsNullOrEmpty(net.Value.DnsServer);

    private string Resolver => AsksServer ? DoctorText.ResolverServer.With(net.Value.DnsServer) : DoctorText.ResolverOfTheSystem;

    /// <inheritdoc/>
    public async Task<Finding> ExamineAsync(CancellationToken cancellationToken)
    {
        var host = options.Value.ApiBaseUrl.Host;
        if (IPAddress.TryParse(host, out _))
            return Finding.Right(DoctorText.AddressLiteral.With(host));
        var start = time.GetTimestamp();
        try
        {
            var found = await addresses.ResolveAsync(host, cancellationToken);
            var elapsed = time.GetElapsedTime(start);
            var seen = DoctorText.AddressesRight.With(host, found.Known.Count, elapsed.TotalMilliseconds, Resolver);
            return elapsed < Slow ? Finding.Right(seen) : Finding.Wrong(ExitCode.BadConfiguration, seen, DoctorText.AddressesSlowRemedy);
        }
        catch (HostUnresolvedException e)
        {
            return Finding.Wrong(
                ExitCode.Unreachable, DoctorText.AddressesWrong.With(e.Message, Resolver), AsksServer ? DoctorText.AddressesServerRemedy : DoctorText.AddressesRemedy);
        }
    }
}
