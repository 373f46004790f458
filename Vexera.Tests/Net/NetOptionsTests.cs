using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Vexera.Core.Net;
using Vexera.Core.Telemetry;

namespace Vexera.Tests.Net;

public sealed class NetOptionsTests
{
    [Theory]
    [InlineData("192.0.2.53", "192.0.2.53:53")]
    [InlineData("192.0.2.53:5353", "192.0.2.53:5353")]
    [InlineData("2001:DB8::53", "[2001:db8::53]:53")]
    [InlineData("2001:db8:0::0", "[2001:db8::]:53")]
    [InlineData("[2001:db8::53]:5353", "[2001:db8::53]:5353")]
    public void DnsServer_AnAddress_IsAllowed(string text, string server)
    {
        IsAllowed(text).ShouldBeTrue();
        DnsServerAttribute.Parse(text)!.ToString().ShouldBe(server);
    }

    [Theory]
    [InlineData("dns.example")]
    [InlineData("53")]
    [InlineData("192.0.2.53:0")]
    [InlineData("[2001:db8::53]:0")]
    [InlineData("192.0.2.53:65536")]
    [InlineData("udp://192.0.2.53")]
    public void DnsServer_AnythingElse_IsRefused(string text)
    {
        IsAllowed(text).ShouldBeFalse();
        Should.Throw<FormatException>(() => DnsServerAttribute.Parse(text)).Message.ShouldContain(text);
    }

    [Theory]
    [InlineData(null, typeof(SystemAddressResolver))]
    [InlineData("", typeof(SystemAddressResolver))]
    [InlineData("192.0.2.53", typeof(DnsServerResolver))]
    public void AddNet_DnsServer_ChoosesTheResolver(string? server, Type resolver)
    {
        using var services = new ServiceCollection()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection([new("Net:DnsServer", server)]).Build())
            .AddSingleton(TimeProvider.System)
            .AddLogging()
            .AddTelemetry()
            .AddNet()
            .BuildServiceProvider();

        services.GetRequiredService<IAddressResolver>().ShouldBeOfType(resolver);
    }

    private static bool IsAllowed(string text)
    {
        var options = new NetOptions { DnsServer = text };
        return Validator.TryValidateObject(options, new ValidationContext(options), null, validateAllProperties: true);
    }
}
