using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Vexera.Sandbox;
using Vexera.Tests.Sandbox.Gateway;

namespace Vexera.Tests.Sandbox.Dns;

/// <summary>The sandbox's DNS server, spoken to byte by byte.</summary>
public sealed class DnsServerTests : IAsyncLifetime
{
    private const byte A = 1;
    private const byte Aaaa = 28;
    private GatewayFixture _sandbox = null!;
    private UdpClient _client = null!;

    public async ValueTask InitializeAsync()
    {
        _sandbox = await GatewayFixture.StartAsync(options => options with { Dns = new IPEndPoint(IPAddress.Loopback, 0) });
        _client = new UdpClient();
        _client.Connect(_sandbox.Sandbox.Dns!);
    }

    public ValueTask DisposeAsync()
    {
        _client.Dispose();
        return _sandbox.DisposeAsync();
    }

    [Fact]
    public async Task Question_AnyName_IsAnsweredWithTheSandboxsAddress()
    {
        var answer = await AskAsync("any.test", A);

        answer[..2].ShouldBe([0x12, 0x34]);
        Code(answer).ShouldBe(0);
        Answers(answer).ShouldBe(1);
        answer[^4..].ShouldBe([127, 0, 0, 1]);
    }

    [Fact]
    public async Task Question_OtherFamily_HasNoAnswer() => Answers(await AskAsync("any.test", Aaaa)).ShouldBe(0);

    [Theory]
    [InlineData("servfail", 2)]
    [InlineData("nxdomain", 3)]
    [InlineData("refused", 5)]
    public async Task Fault_FailingAnswer_GivesItsCode(string answer, int code)
    {
        await FaultAsync($$"""{"kind":"dns","answer":"{{answer}}"}""");

        Code(await AskAsync("any.test", A)).ShouldBe(code);
    }

    [Fact]
    public async Task Fault_Truncated_SaysSo()
    {
        await FaultAsync("""{"kind":"dns","answer":"truncated"}""");

        ((await AskAsync("any.test", A))[2] & 2).ShouldBe(2);
    }

    [Fact]
    public async Task Fault_Addresses_MovesTheName()
    {
        await FaultAsync("""{"kind":"dns","name":"Moved.test.","addresses":["192.0.2.7","2001:db8::7"]}""");

        (await AskAsync("moved.test", A))[^4..].ShouldBe([192, 0, 2, 7]);
        (await AskAsync("moved.test", Aaaa))[^16..].ShouldBe(IPAddress.Parse("2001:db8::7").GetAddressBytes());
        (await AskAsync("other.test", A))[^4..].ShouldBe([127, 0, 0, 1]);
    }

    [Fact]
    public async Task Fault_Every_Flaps()
    {
        await FaultAsync("""{"kind":"dns","answer":"servfail","every":2}""");

        var codes = new List<int>();
        for (var i = 0; i < 4; i++)
            codes.Add(Code(await AskAsync("any.test", A)));
        codes.ShouldBe([0, 2, 0, 2]);
    }

    [Fact]
    public async Task Fault_Count_EndsByItself()
    {
        await FaultAsync("""{"kind":"dns","answer":"servfail","type":"A","count":1}""");

        Code(await AskAsync("any.test", Aaaa)).ShouldBe(0);
        Code(await AskAsync("any.test", A)).ShouldBe(2);
        Code(await AskAsync("any.test", A)).ShouldBe(0);
        (await FaultsAsync(HttpMethod.Get)).GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task Fault_DelayMs_GoesByTheSandboxsClock()
    {
        await FaultAsync("""{"kind":"dns","delayMs":2000,"count":1}""");
        await SendAsync("slow.test", A);
        await Vexera.Tests.Support.Eventually.UntilAsync(() => _sandbox.Stats.Questions.Count == 1);

        (await AskAsync("quick.test", A))[12..17].ShouldBe([5, .. "quic"u8]);
        _sandbox.Clock.Advance(TimeSpan.FromSeconds(2));

        (await ReceiveAsync())[12..16].ShouldBe([4, .. "slo"u8]);
    }

    [Fact]
    public async Task Stats_Always_CountsQuestionsByNameAndType()
    {
        await AskAsync("any.test", A);
        await AskAsync("ANY.test", A);
        await AskAsync("any.test", Aaaa);

        var dns = (await _sandbox.HttpAsync(HttpMethod.Get, "/sandbox/stats")).GetProperty("dns");
        dns.Text("address").ShouldBe(_sandbox.Sandbox.Dns!.ToString());
        dns.GetProperty("questions").EnumerateArray()
            .Select(one => $"{one.Text("name")} {one.Text("type")} {one.GetProperty("count").GetInt32()}")
            .ShouldBe(["any.test A 2", "any.test AAAA 1"]);
    }

    [Theory]
    [InlineData("""{"kind":"dns","answer":"maybe"}""", "addresses, garbage, nxdomain, refused, servfail, silent, truncated")]
    [InlineData("""{"kind":"dns","addresses":["here"]}""", "here")]
    [InlineData("""{"kind":"dns","adresses":[]}""", "adresses")]
    public async Task Fault_Wrong_IsRefusedInWords(string fault, string word)
    {
        using var http = new HttpClient();
        using var answer = await http.PostAsync(
            new Uri(_sandbox.Sandbox.Address, "/sandbox/faults"), new StringContent(fault), TestContext.Current.CancellationToken);

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain(word);
    }

    [Fact]
    public async Task Nonsense_OnTheWire_EndsNothing()
    {
        var random = new byte[200];
        for (var seed = 0; seed < 200; seed++)
        {
            new Random(seed).NextBytes(random);
            await _client.SendAsync(random.AsMemory(0, seed), TestContext.Current.CancellationToken);
        }

        Answers(await AskAsync("any.test", A)).ShouldBe(1);
    }

    [Fact]
    public async Task StartAsync_PortInUse_SaysWhichServer()
    {
        var taken = new SandboxOptions { Urls = "http://127.0.0.1:0", Dns = _sandbox.Sandbox.Dns };

        var failure = await Should.ThrowAsync<SandboxStartException>(() => SandboxServer.StartAsync(taken, TestContext.Current.CancellationToken));

        failure.Message.ShouldContain($"DNS server cannot listen on {_sandbox.Sandbox.Dns}");
    }

    private static int Code(byte[] answer) => answer[3] & 0x0F;

    private static int Answers(byte[] answer) => answer[7];

    private async Task FaultAsync(string fault) => await _sandbox.HttpAsync(HttpMethod.Post, "/sandbox/faults", fault);

    private async Task<JsonElement> FaultsAsync(HttpMethod method) => (await _sandbox.HttpAsync(method, "/sandbox/faults")).GetProperty("dns");

    private async Task<byte[]> AskAsync(string name, byte type)
    {
        await SendAsync(name, type);
        return await ReceiveAsync();
    }

    private async Task SendAsync(string name, byte type)
    {
        byte[] labels = [.. name.Split('.').SelectMany(label => Encoding.ASCII.GetBytes(label).Prepend((byte)label.Length))];
        byte[] question = [0x12, 0x34, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, .. labels, 0, 0, type, 0, 1];
        await _client.SendAsync(question, TestContext.Current.CancellationToken);
    }

    private async Task<byte[]> ReceiveAsync() =>
        (await _client.ReceiveAsync(TestContext.Current.CancellationToken).AsTask()
            .WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken)).Buffer;
}
