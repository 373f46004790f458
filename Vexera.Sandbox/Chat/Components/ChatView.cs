using Microsoft.AspNetCore.Components;
using Vexera.Sandbox.Chat.Session;

namespace Vexera.Sandbox.Chat.Components;

/// <summary>A part of the page, rendered anew only when what it shows has changed.</summary>
public abstract class ChatView : ComponentBase, IDisposable
{
    [Inject]
    internal ChatSession Session { get; set; } = default!;

    private protected abstract ChatParts Parts { get; }

    /// <inheritdoc/>
    public void Dispose()
    {
        Session.Changed -= OnChanged;
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <inheritdoc/>
    protected override void OnInitialized() => Session.Changed += OnChanged;

    /// <summary>Lets go of what the view holds besides the session.</summary>
    protected virtual void Dispose(bool disposing)
    {
    }

    private void OnChanged(ChatParts changed)
    {
        if ((changed & Parts) != ChatParts.None) StateHasChanged();
    }
}
