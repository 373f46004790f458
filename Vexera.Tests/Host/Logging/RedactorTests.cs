using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using NLog;
using NLog.Config;
using NLog.Targets;
using Vexera.Core;
using Vexera.Core.Discord;
using Vexera.Host.Dashboard;
using Vexera.Host.Dashboard.Logs;
using Vexera.Host.Logging;

namespace Vexera.Tests.Host.Logging;

public sealed class RedactorTests
{
    private const string Token = "MTAxMDEwMTAxMDEwMTAxMDEw.GdummY.abcdefghijklmnopqrstuvwxyz0123456789AB";

    [Theory]
    [InlineData("GET /webhooks/123/abc-DEF_456/messages/@original", "GET /webhooks/123/[redacted]/messages/@original")]
    [InlineData("https://discord.com/api/webhooks/1/tok%2Fen?wait=true", "https://discord.com/api/webhooks/1/[redacted]?wait=true")]
    [InlineData("POST /interactions/9/aGVsbG8/callback", "POST /interactions/9/[redacted]/callback")]
    [InlineData("\"token\":\"aW50ZXJhY3Rpb246MTIzNDU2\"", "\"token\":\"[redacted]\"")]
    [InlineData($"Authorization: Bot {Token}", "Authorization: Bot [redacted]")]
    [InlineData($"token={Token};", "token=[redacted];")]
    public void Redact_ShapeOfASecret_IsTakenOut(string text, string expected) => new Redactor().Redact(text).ShouldBe(expected);

    [Theory]
    [InlineData("POST /webhooks/{application}/{token}/messages/@original: 404, code 10015")]
    [InlineData("/channels/1191168914227265537/messages/1575787245988872192")]
    [InlineData("Vexera 0.1.0+7f96626a1a031ef38d42e0ea21263dd705524de2 starts; settings: /home/vexera/appsettings.json")]
    [InlineData("Vexera.Core.Modules.Announcements.AnnouncementDelivery.DeliverAsync(Int64 number)")]
    public void Redact_NoSecret_LeavesItAsItIs(string text) => new Redactor().Redact(text).ShouldBe(text);

    [Fact]
    public void Redact_SecretsOfTheSettings_AreTakenOutInEveryForm()
    {
        var redactor = new Redactor();
        redactor.Learn(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Discord:Token"] = "Bot not.the/token",
            ["Dashboard:AdminKey"] = "open \"sesame\"",
            ["Storage:ConnectionString"] = "Host=h;Password=swordfish;Database=d",
        }).Build());

        redactor.Redact("a not.the/token b not.the%2Ftoken c swordfish d open \"sesame\" e").ShouldBe("a [redacted] b [redacted] c [redacted] d [redacted] e");
    }

    [Fact]
    public void IsSecret_EverySettingThatPrintsRedacted_IsKnown()
    {
        var secrets = new ServiceCollection().AddVexera().AddDashboard().Select(service => service.ImplementationInstance).OfType<SettingsSection>()
            .SelectMany(section => section.OptionsType.GetProperties().Select(property => (section.Path, property)))
            .Where(setting => setting.property.PropertyType == typeof(Secret) || setting.property.PropertyType == typeof(BotToken))
            .Select(setting => (setting.Path, setting.property.Name)).ToList();

        secrets.Count.ShouldBeGreaterThan(1);
        secrets.Where(setting => !Redactor.IsSecret(setting.Name)).ShouldBeEmpty("add the name to Redactor.Names");
    }

    [Fact]
    public void Guard_ConfigurationReloaded_StandsBeforeTheNewTargetsToo()
    {
        using var factory = new LogFactory { Configuration = With(new MemoryTarget("a") { Layout = "${message} ${exception:format=ToString}" }) };
        RedactingLayout.Guard(factory, new Redactor());
        var second = new MemoryTarget("b") { Layout = "${message} ${exception:format=ToString}" };

        factory.Configuration = With(second);
        factory.GetLogger("x").Error(new InvalidOperationException($"at {Token}"), "/webhooks/1/secret");

        second.Logs.ShouldHaveSingleItem().ShouldBe("/webhooks/1/[redacted] System.InvalidOperationException: at [redacted]");
    }

    [Fact]
    public void DashboardsLog_SecretInAnException_IsTakenOut()
    {
        var ring = new LogRing();
        using var factory = new LogFactory { Configuration = With(new LogRingTarget(ring, new Redactor()) { Name = "dashboard" }) };

        factory.GetLogger("x").Error(new InvalidOperationException($"at {Token}"), "/webhooks/1/secret");

        ring.Find(Microsoft.Extensions.Logging.LogLevel.Trace, "", 10).ShouldHaveSingleItem().Text.ShouldBe("/webhooks/1/[redacted]\nSystem.InvalidOperationException: at [redacted]");
    }

    private static LoggingConfiguration With(Target target)
    {
        var configuration = new LoggingConfiguration();
        configuration.AddRuleForAllLevels(target);
        return configuration;
    }
}
