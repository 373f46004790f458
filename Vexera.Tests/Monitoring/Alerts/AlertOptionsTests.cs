using System.Text;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Vexera.Core;
using Vexera.Core.Monitoring.Alerts;
using Vexera.Core.Monitoring.Alerts.Rules;
using Vexera.Host.Configuration;
using Vexera.Tests.Support;

namespace Vexera.Tests.Monitoring.Alerts;

/// <summary>The settings of the rules.</summary>
public sealed class AlertOptionsTests
{
    [Fact]
    public void AppSettings_Always_ListEveryRuleWithItsDefaults()
    {
        var options = Bind(File.ReadAllText(RepositoryRoot.File("appsettings.json")));

        options.Rules.Keys.ShouldBe(AlertRules.All.Select(rule => rule.Name), ignoreOrder: true);
        foreach (var rule in AlertRules.All)
        {
            rule.Settings(options).ShouldBe(rule.Defaults, rule.Name);
            options.Rules[rule.Name].Severity.ShouldNotBeNull();
        }
    }

    [Fact]
    public void Settings_SomeSet_TakeTheRestFromTheRule()
    {
        var cpu = AlertRules.All.Single(rule => rule.Name == "Cpu");

        var settings = cpu.Settings(Bind("""{ "Alerts": { "Rules": { "cpu": { "Threshold": 0.99, "Severity": "Notice" } } } }"""));

        settings.ShouldBe(cpu.Defaults with { Threshold = 0.99, Severity = AlertSeverity.Notice });
    }

    [Theory]
    [InlineData(""" "Rules": { "Cpv": { "Enabled": true } } """, "Alerts:Rules:Cpv is no rule; there are EventRate, Cpu,")]
    [InlineData(""" "Rules": { "Cpu": { "Threshold": 85 } } """, "Alerts:Rules:Cpu:Threshold is 85; allowed is a share from 0 to 1")]
    [InlineData(""" "Rules": { "Cpu": { "Clear": 0.9 } } """, "Alerts:Rules:Cpu:Clear is 0.9; it must not be above Threshold, 0.85")]
    [InlineData(""" "Rules": { "DiskFree": { "Clear": 100 } } """, "Alerts:Rules:DiskFree:Clear is 100; it must not be below Threshold, 1024")]
    [InlineData(""" "Rules": { "Cpu": { "For": "02:00:00" } } """, "Alerts:Rules:Cpu:For = \"02:00:00\"")]
    [InlineData(""" "Rules": { "Cpu": { "Threshold": -1 } } """, "Alerts:Rules:Cpu:Threshold = \"-1\"")]
    [InlineData(""" "Rules": { "Cpu": { "Severity": "Bad" } } """, "allowed is one of Notice, Warning, Critical")]
    [InlineData(""" "ChannelId": "general" """, "Alerts:ChannelId = \"general\"")]
    [InlineData(""" "MentionUsers": [ "me" ] """, "Alerts:MentionUsers:0 is 'me'")]
    public void Check_BadValue_NamesPlaceValueAndWhatIsAllowed(string setting, string expected) =>
        Check($$"""{ "Alerts": { {{setting}} } }""").ShouldHaveSingleItem().ShouldContain(expected);

    [Fact]
    public void Check_SeveralBadValues_NamesEach() =>
        Check("""{ "Alerts": { "Rules": { "Cpu": { "Clear": 0.9 }, "Nothing": {  "Enabled": true }, "Memory": { "Threshold": 3 } } } }""").Count.ShouldBe(3);

    [Theory]
    [InlineData("https://example.com/hooks/secret-part")]
    [InlineData("ftp://discord.com/api/webhooks/1/secret-part")]
    [InlineData("https://discord.com/api/webhooks/0/secret-part")]
    [InlineData("https://discord.com/api/webhooks/abc/secret-part")]
    [InlineData("secret-part")]
    public void Check_WebhookIsNone_SaysSoAndNeverShowsIt(string address)
    {
        var problem = Check($$"""{ "Alerts": { "WebhookUrl": "{{address}}" } }""").ShouldHaveSingleItem();

        problem.ShouldContain("Alerts:WebhookUrl is no webhook of Discord's");
        problem.ShouldNotContain("secret-part");
    }

    [Theory]
    [InlineData("https://discord.com/api/webhooks/123/abc-DEF_1")]
    [InlineData("https://discord.com/api/v10/webhooks/123/abc-DEF_1")]
    [InlineData("http://127.0.0.1:5090/api/v10/webhooks/123/abc-DEF_1?wait=true")]
    public void WebhookAddress_AsDiscordShowsIt_IsReadAndPrintsRedacted(string text)
    {
        WebhookAddress.TryParse(new Secret(text), out var address).ShouldBeTrue();

        address.Id.Value.ShouldBe(123UL);
        address.Token.Reveal().ShouldBe("abc-DEF_1");
        address.ToString().ShouldNotContain("abc");
    }

    private static AlertOptions Bind(string json)
    {
        var options = new AlertOptions();
        Configuration(json).GetSection(AlertOptions.Section).Bind(options);
        return options;
    }

    private static List<string> Check(string json)
    {
        using var services = new ServiceCollection().AddVexera().BuildServiceProvider();
        var section = services.GetServices<SettingsSection>().Single(one => one.Path == AlertOptions.Section);
        return [.. new SettingsChecker([section], services).Check(Configuration(json)).Where(problem => problem.IsError).Select(problem => problem.Text)];
    }

    private static IConfigurationRoot Configuration(string json) => new ConfigurationBuilder()
        .AddJsonStream(new MemoryStream(Encoding.UTF8.GetBytes(json)))
        .Build();
}
