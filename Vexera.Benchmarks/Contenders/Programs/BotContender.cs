using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Vexera.Core.Dispatch;
using Vexera.Core.Events;
using Vexera.Host.Configuration;
using Vexera.Host.Hosting;

namespace Vexera.Benchmarks.Contenders.Programs;

/// <summary>The whole bot, in the host that <c>vexera run</c> makes, with its database in the working directory.</summary>
internal sealed class BotContender(ContenderSetup setup, MessageCounter messages) : HostedContender(setup)
{
    private const string DataFolder = "data";
    private readonly ContenderSetup _setup = setup;

    /// <inheritdoc/>
    protected override MessageNumbers Numbers { get; } = new();

    /// <inheritdoc/>
    protected override IHost Build(Action<IServiceCollection> addOwn)
    {
        // Each boot is a first one.
        if (Directory.Exists(DataFolder))
            Directory.Delete(DataFolder, recursive: true);
        var sources = new ConfigurationSources(new AppSettingsFile(), ContenderSettings.Of(_setup));
        return BotHost.Build(sources, services =>
        {
            services.AddSingleton(Numbers);
            services.AddSingleton(messages);
            services.AddEventHandler<MessageCreateEvent, MessageNumbers>("Benchmark");
            services.AddEventHandler<MessageCreateEvent, MessageHandler>("Benchmark");
            addOwn(services);
        });
    }
}
