using Vexera.Sandbox.Rest.RateLimits;

namespace Vexera.Sandbox.Rest.Routing;

/// <summary>Collects routes in the words of Discord's documentation. A route without a limit of its own gets a usual one.</summary>
internal sealed class RouteTable
{
    private readonly RestRouter _router = new();

    public RestRouter Router => _router;

    public RouteTable Get(string template, RestHandler handler, RateLimit? limit = null, Access access = Access.Anyone) => Add("GET", template, handler, limit, access);

    public RouteTable Post(string template, RestHandler handler, RateLimit? limit = null, Access access = Access.Anyone) => Add("POST", template, handler, limit, access);

    public RouteTable Put(string template, RestHandler handler, RateLimit? limit = null, Access access = Access.Anyone) => Add("PUT", template, handler, limit, access);

    public RouteTable Patch(string template, RestHandler handler, RateLimit? limit = null, Access access = Access.Anyone) => Add("PATCH", template, handler, limit, access);

    public RouteTable Delete(string template, RestHandler handler, RateLimit? limit = null, Access access = Access.Anyone) => Add("DELETE", template, handler, limit, access);

    private RouteTable Add(string method, string template, RestHandler handler, RateLimit? limit, Access access)
    {
        _router.Add(new RestRoute(method, template, access, limit ?? Limits.DefaultFor(method, template), handler));
        return this;
    }
}
