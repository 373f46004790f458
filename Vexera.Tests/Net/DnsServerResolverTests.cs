using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.DependencyInjection;
using Vexera.Core.Net;
using Vexera.Sandbox;
using Vexera.Sandbox.Faults;
using Vexera.Sandbox.Stats;

namespace Vexera.Tests.Net;

/// <summary>The real client against a real DNS server on this machine.</summary>
public sealed class DnsServerResolverTests : IAsyncLifetime
{
    private const string Host = "gateway.example";
    private SandboxServer _sandbox = null!;
    private DnsServerResolver _resolver = null!;

    private SandboxFaults Faults => _sandbox.Services.GetRequiredService<SandboxFaults>();

    private IReadOnlyDictionary<(string Name, string Type), long> Questions => _sandbox.Services.GetRequiredService<SandboxStats>().Questions;

    public async ValueTask InitializeAsync()
    {
        _sandbox = await SandboxServer.StartAsync(
            new SandboxOptions { Urls = "http://127.0.0.1:0", Dns = new IPEndPoint(IPAddress.Loopback, 0) }, TestContext.Current.CancellationToken);
        _resolver = new DnsServerResolver(_sandbox.Dns!, TimeProvider.System);
    }

    public ValueTask DisposeAsync() => _sandbox.DisposeAsync();

    [Fact]
    public async Task ResolveAsync_BothFamilies_GivesBothAndAsksOnceForEach()
    {
        Faults.Add(new DnsFault { Addresses = [IPAddress.Parse("192.0.2.1"), IPAddress.Parse("2001:db8::1"), IPAddress.Parse("192.0.2.2")] });

        (await ResolveAsync()).ShouldBe(["2001:db8::1", "192.0.2.1", "192.0.2.2"]);
        Questions[(Host, "A")].ShouldBe(1);
        Questions[(Host, "AAAA")].ShouldBe(1);
    }

    [Fact]
    public async Task ResolveAsync_AskedTwice_KeepsNothingOfItsOwn()
    {
        await ResolveAsync();
        await ResolveAsync();

        Questions[(Host, "A")].ShouldBe(2);
    }

    [Theory]
    [InlineData(nameof(DnsAnswer.Silent))]
    [InlineData(nameof(DnsAnswer.Servfail))]
    [InlineData(nameof(DnsAnswer.Garbage))]
    [InlineData(nameof(DnsAnswer.Nxdomain))]
    public async Task ResolveAsync_OneFamilyMisbehaves_TheOtherIsEnough(string answer)
    {
        Faults.Add(new DnsFault { Type = "AAAA", Answer = Enum.Parse<DnsAnswer>(answer) });

        (await ResolveAsync()).ShouldBe(["127.0.0.1"]);
    }

    [Theory]
    [InlineData(nameof(DnsAnswer.Servfail))]
    [InlineData(nameof(DnsAnswer.Refused))]
    [InlineData(nameof(DnsAnswer.Garbage))]
    [InlineData(nameof(DnsAnswer.Truncated))]
    public async Task ResolveAsync_ServerMisbehaves_FailsAndDoesNotAskAgain(string answer)
    {
        Faults.Add(new DnsFault { Answer = Enum.Parse<DnsAnswer>(answer) });

        await Should.ThrowAsync<Exception>(ResolveAsync);

        Questions[(Host, "A")].ShouldBe(1);
        Questions[(Host, "AAAA")].ShouldBe(1);
    }

    [Fact]
    public async Task ResolveAsync_NoSuchName_IsAnAnswerWithoutAddresses()
    {
        Faults.Add(new DnsFault { Answer = DnsAnswer.Nxdomain });

        (await ResolveAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task ResolveAsync_ServerSilent_EndsWithTheTokenAndDoesNotAskAgain()
    {
        Faults.Add(new DnsFault { Answer = DnsAnswer.Silent });
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromSeconds(1));

        await Should.ThrowAsync<OperationCanceledException>(_resolver.ResolveAsync(Host, patience.Token));

        Questions[(Host, "A")].ShouldBe(1);
    }

    [Fact]
    public async Task ResolveAsync_NobodyListens_EndsWithTheToken()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        var nobody = new DnsServerResolver((IPEndPoint)socket.LocalEndPoint!, TimeProvider.System);
        socket.Close();
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromSeconds(1));

        await Should.ThrowAsync<OperationCanceledException>(nobody.ResolveAsync(Host, patience.Token));
    }

    private async Task<IEnumerable<string>> ResolveAsync() =>
        (await _resolver.ResolveAsync(Host, TestContext.Current.CancellationToken)).Select(address => address.ToString());
}
