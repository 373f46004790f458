using Microsoft.Extensions.Options;
using Vexera.Core;
using Vexera.Host.Dashboard;

namespace Vexera.Tests.Host.Dashboard;

/// <summary>Nobody from outside comes in without a login, whatever the settings say.</summary>
public sealed class DashboardOptionsTests
{
    [Theory]
    [InlineData("http://127.0.0.1:5080")]
    [InlineData("http://127.0.0.1:0;http://[::1]:5080")]
    [InlineData("http://localhost:5080/")]
    [InlineData("http://127.1.2.3:80")]
    public void Urls_OnLoopback_NeedNoLogin(string urls) => Failures(new DashboardOptions { Urls = urls }).ShouldBeEmpty();

    [Theory]
    [InlineData("http://0.0.0.0:5080")]
    [InlineData("http://[::]:5080")]
    [InlineData("http://192.0.2.7:5080")]
    [InlineData("http://127.0.0.1:5080;http://192.0.2.7:5080")]
    public void Urls_BeyondThisMachine_NeedALogin(string urls)
    {
        Failures(new DashboardOptions { Urls = urls }).ShouldHaveSingleItem().ShouldContain("Dashboard:AdminKey");
        Failures(new DashboardOptions { Urls = urls, AdminKey = new Secret("a long enough key") }).ShouldBeEmpty();
        Failures(new DashboardOptions { Urls = urls, SignIn = SignIn("https://bot.example.org/login/discord") }).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("")]
    [InlineData(";")]
    [InlineData("5080")]
    [InlineData("https://127.0.0.1:5080")]
    [InlineData("http://*:5080")]
    [InlineData("http://bot.example.org:5080")]
    [InlineData("http://127.0.0.1:5080/path")]
    [InlineData("http://localhost:0")]
    [InlineData("http://127.0.0.1:5080;what")]
    public void Urls_NoAddress_AreRefusedByName(string urls) =>
        Failures(new DashboardOptions { Urls = urls, AdminKey = new Secret("a long enough key") })
            .ShouldHaveSingleItem().ShouldContain("Dashboard:Urls");

    [Fact]
    public void AllowedHosts_WithoutALogin_AreRefused() =>
        Failures(new DashboardOptions { AllowedHosts = { "bot.example.org" } }).ShouldHaveSingleItem().ShouldContain("bot.example.org");

    [Fact]
    public void AdminKey_Short_IsRefusedWithoutBeingTold() =>
        Failures(new DashboardOptions { AdminKey = new Secret("11-letters!") }).ShouldHaveSingleItem().ShouldNotContain("11-letters!");

    [Theory]
    [InlineData(null)]
    [InlineData("https://bot.example.org/")]
    [InlineData("ftp://bot.example.org/login/discord")]
    public void SignIn_WithoutAPlaceToComeBackTo_IsRefused(string? redirect) =>
        Failures(new DashboardOptions { SignIn = SignIn(redirect) }).ShouldHaveSingleItem().ShouldContain("/login/discord");

    [Fact]
    public void Disabled_WhateverElse_IsFine() =>
        Failures(new DashboardOptions { Enabled = false, Urls = "http://0.0.0.0:1" }).ShouldBeEmpty();

    private static DashboardSignInOptions SignIn(string? redirect) =>
        new() { ClientSecret = new Secret("secret"), RedirectUrl = redirect is null ? null : new Uri(redirect) };

    private static IEnumerable<string> Failures(DashboardOptions options) =>
        new DashboardOptionsValidator().Validate(Options.DefaultName, options).Failures ?? [];
}
