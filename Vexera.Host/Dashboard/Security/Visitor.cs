namespace Vexera.Host.Dashboard.Security;

/// <summary>Who looks at a page.</summary>
/// <param name="Name">For people: an account of Discord's, or which key was used.</param>
/// <param name="From">The address they come from.</param>
/// <param name="Key">Of their session; null where nobody has to log in.</param>
public sealed record Visitor(string Name, string From, string? Key)
{
    private static readonly object Item = new();

    /// <summary>The visitor of a request that came in.</summary>
    internal static Visitor Of(HttpContext http) => (Visitor)http.Items[Item]!;

    internal void Enter(HttpContext http) => http.Items[Item] = this;
}
