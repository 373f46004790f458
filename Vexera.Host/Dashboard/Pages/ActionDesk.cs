using Microsoft.AspNetCore.Components;
using Vexera.Host.Dashboard.Audit;
using Vexera.Host.Dashboard.Security;

namespace Vexera.Host.Dashboard.Pages;

/// <summary>Through which one open page does things: only while its visitor may, and never without an entry in the audit list.</summary>
internal sealed class ActionDesk(DashboardOptions options, LoginSessions sessions, AuditList audit, NavigationManager navigation)
{
    private Visitor? _visitor;

    /// <summary>Whether the visitor is, or still is, allowed to be here. An open page keeps its session alive.</summary>
    public bool IsOpen => _visitor is { } visitor && (visitor.Key is { } key ? sessions.Use(key) : !options.RequiresLogin());

    /// <summary>Who acts, for people.</summary>
    public string By => _visitor is { } visitor ? DashboardText.ByVisitor.With(visitor.Name) : "";

    /// <summary>The page is opened.</summary>
    public void Open(Visitor visitor) => _visitor = visitor;

    /// <summary>Does something and writes it down, also when it fails.</summary>
    /// <param name="action">What, for people.</param>
    /// <param name="act">Does it, and says what came of it, for people.</param>
    /// <returns>What came of it; null when the visitor has to log in first.</returns>
    public async Task<string?> DoAsync(string action, Func<Task<string>> act)
    {
        if (!IsOpen)
        {
            navigation.NavigateTo(DashboardPaths.Login, forceLoad: true);
            return null;
        }

        string outcome;
        try
        {
            outcome = await act();
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            outcome = DashboardText.OutcomeFailed.With(e.Message);
        }

        await audit.AddAsync(_visitor!, action, outcome);
        return outcome;
    }
}
