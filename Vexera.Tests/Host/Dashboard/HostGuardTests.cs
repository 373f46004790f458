using Microsoft.AspNetCore.Http;
using Vexera.Core;
using Vexera.Host.Dashboard;
using Vexera.Host.Dashboard.Security;

namespace Vexera.Tests.Host.Dashboard;

/// <summary>Which requests may come in at all.</summary>
public sealed class HostGuardTests
{
    private static readonly DashboardOptions Open = new();
    private static readonly DashboardOptions Proxied = new() { AdminKey = new Secret("a long enough key"), AllowedHosts = { "bot.example.org" } };

    [Theory]
    [InlineData("127.0.0.1:5080")]
    [InlineData("localhost:5080")]
    [InlineData("LOCALHOST")]
    [InlineData("[::1]:5080")]
    [InlineData("192.0.2.7")]
    public void Refusal_AddressOrLocalhost_MayComeIn(string host) => Ask(Open, host).ShouldBeNull();

    [Theory]
    [InlineData("rebound.example")]
    [InlineData("localhost.example")]
    [InlineData("127.0.0.1.example")]
    [InlineData("bot.example.org")]
    [InlineData("")]
    public void Refusal_UnknownName_IsToldWhatToDo(string host) => Ask(Open, host).ShouldNotBeNull().ShouldContain("Dashboard:AllowedHosts");

    [Fact]
    public void Refusal_NameThatIsAllowed_MayComeIn() => Ask(Proxied, "bot.example.org", ("Origin", "https://bot.example.org")).ShouldBeNull();

    [Theory]
    [InlineData("http://127.0.0.1:5080", true)]
    [InlineData("http://127.0.0.1:5081", false)]
    [InlineData("http://evil.example", false)]
    [InlineData("null", false)]
    public void Refusal_Origin_MustBeThisServer(string origin, bool own) =>
        (Ask(Open, "127.0.0.1:5080", ("Origin", origin)) is null).ShouldBe(own);

    [Theory]
    [InlineData("X-Forwarded-For")]
    [InlineData("Forwarded")]
    [InlineData("X-Real-IP")]
    [InlineData("Via")]
    public void Refusal_ThroughAProxyWithoutALogin_IsRefused(string header)
    {
        Ask(Open, "127.0.0.1:5080", (header, "192.0.2.1")).ShouldNotBeNull().ShouldContain("Dashboard:AdminKey");
        Ask(Proxied, "127.0.0.1:5080", (header, "192.0.2.1")).ShouldBeNull();
    }

    private static string? Ask(DashboardOptions options, string host, params (string Name, string Value)[] headers)
    {
        var http = new DefaultHttpContext();
        http.Request.Host = new HostString(host);
        foreach (var (name, value) in headers)
            http.Request.Headers[name] = value;
        return new HostGuard(options).Refusal(http.Request);
    }
}
