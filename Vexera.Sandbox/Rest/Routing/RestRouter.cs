using System.Diagnostics.CodeAnalysis;

namespace Vexera.Sandbox.Rest.Routing;

/// <summary>Finds the route of a request; a literal segment wins over a parameter.</summary>
internal sealed class RestRouter
{
    private readonly Dictionary<int, List<RestRoute>> _byLength = [];

    public void Add(RestRoute route)
    {
        if (!_byLength.TryGetValue(route.Segments.Count, out var routes))
            _byLength[route.Segments.Count] = routes = [];
        routes.Add(route);
    }

    /// <summary>The route, or none; then <paramref name="pathKnown"/> tells 405 from 404.</summary>
    public bool TryMatch(string method, string[] path, [NotNullWhen(true)] out RestRoute? route, out bool pathKnown)
    {
        var fitting = _byLength.TryGetValue(path.Length, out var routes) ? routes.Where(r => r.Fits(path)).ToList() : [];
        pathKnown = fitting.Count > 0;
        route = fitting.Where(r => r.Method == method).MaxBy(r => r.Literals);
        return route is not null;
    }
}
