using System.Diagnostics.Metrics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Vexera.Core;
using Vexera.Core.Discord;
using Vexera.Core.Dispatch;
using Vexera.Core.Events;
using Vexera.Core.Gateway;
using Vexera.Core.Gateway.Identify;
using Vexera.Core.Monitoring.Statsd;
using Vexera.Core.Net;
using Vexera.Core.Rest;
using Vexera.Core.State;
using Vexera.Core.Storage;
using Vexera.Core.Telemetry;
using Vexera.Core.Telemetry.Reading;

namespace Vexera.Benchmarks.Contenders.Programs;

/// <summary>
/// The rooms that an event passes, registered as the bot registers them; no commands and no modules, so that a message has one
/// handler.
/// </summary>
internal sealed class RoomsContender(ContenderSetup setup, MessageCounter messages) : HostedContender(setup)
{
    private readonly ContenderSetup _setup = setup;

    /// <inheritdoc/>
    protected override MessageNumbers Numbers { get; } = new();

    /// <inheritdoc/>
    protected override IHost Build(Action<IServiceCollection> addOwn)
    {
        var builder = Microsoft.Extensions.Hosting.Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Configuration.AddInMemoryCollection(ContenderSettings.Of(_setup));
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSettings<DiscordOptions>(DiscordOptions.Section);
        builder.Services
            .AddTelemetry()
            .AddStorage()
            .AddNet()
            .AddDiscordRest()
            .AddEvents()
            .AddState()
            .AddSingleton<IGuildStateSource, RestGuildStateSource>()
            .AddSingleton<IGatewayBotSource, RestGatewayBotSource>()
            .AddSingleton<IIdentifyLedger, DatabaseIdentifyLedger>()
            .AddDurableState()
            .AddStatsd()
            .AddDispatch()
            .AddGateway();
        if (_setup.HasDeafMeters)
            builder.Services.AddSingleton(_ => new MeterValues(new ServiceCollection().AddMetrics().BuildServiceProvider().GetRequiredService<IMeterFactory>()));
        builder.Services.AddSingleton(messages);
        if (_setup.MeasuresDelays)
            builder.Services.AddEventHandler<MessageCreateEvent, MessageDelays>("Benchmark");
        else
            builder.Services.AddEventHandler<MessageCreateEvent, MessageHandler>("Benchmark");
        addOwn(builder.Services);
        return builder.Build();
    }
}
