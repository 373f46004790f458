using Microsoft.AspNetCore.Components;
using Vexera.Host.Dashboard.Live;

namespace Vexera.Host.Dashboard.Components;

/// <summary>Shows a part of the shared snapshot and renders again only when that part is another.</summary>
public abstract class LiveComponent : ComponentBase, IDisposable
{
    private IDisposable? _subscription;
    private object? _shown;

    [Inject]
    internal DashboardFeed Feed { get; set; } = default!;

    /// <summary>The viewer's clock.</summary>
    [CascadingParameter]
    protected ViewerClock Clock { get; set; } = ViewerClock.Utc;

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <summary>What the component shows, in a form that is equal while it would render the same.</summary>
    protected abstract object? Look();

    /// <summary>Ends the subscription.</summary>
    protected virtual void Dispose(bool disposing) => _subscription?.Dispose();

    /// <inheritdoc/>
    protected override void OnInitialized() => _subscription = Feed.Subscribe(() => _ = InvokeAsync(Update));

    /// <inheritdoc/>
    protected override void OnParametersSet() => _shown = Look();

    /// <summary>Renders again if there is something new to show.</summary>
    protected void Update()
    {
        var look = Look();
        if (Equals(look, _shown))
            return;
        _shown = look;
        StateHasChanged();
    }
}
