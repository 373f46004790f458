using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http.Features;

namespace Vexera.Host.Dashboard.Pages;

/// <summary>Takes the place of a web server in an application that lives inside another one and gets its requests from there.</summary>
internal sealed class MountedServer : IServer
{
    // These belong to the application around, not to the connection.
    private static readonly Type[] Foreign = [typeof(IServiceProvidersFeature), typeof(IEndpointFeature), typeof(IRouteValuesFeature), typeof(IItemsFeature)];

    private Func<IFeatureCollection, Task>? _process;

    /// <inheritdoc/>
    public IFeatureCollection Features { get; } = new FeatureCollection();

    /// <inheritdoc/>
    public Task StartAsync<TContext>(IHttpApplication<TContext> application, CancellationToken cancellationToken)
        where TContext : notnull
    {
        _process = features => ProcessAsync(application, features);
        return Task.CompletedTask;
    }

    /// <summary>Hands a request to the application within.</summary>
    public Task ProcessAsync(HttpContext outer)
    {
        var features = new FeatureCollection();
        foreach (var (type, feature) in outer.Features)
        {
            if (!Foreign.Contains(type))
                features[type] = feature;
        }

        return _process!(features);
    }

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public void Dispose()
    {
    }

    private static async Task ProcessAsync<TContext>(IHttpApplication<TContext> application, IFeatureCollection features)
        where TContext : notnull
    {
        var context = application.CreateContext(features);
        try
        {
            await application.ProcessRequestAsync(context);
        }
        catch (Exception e)
        {
            application.DisposeContext(context, e);
            throw;
        }

        application.DisposeContext(context, null);
    }
}
