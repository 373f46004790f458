using Vexera.Sandbox.Rest.RateLimits;

namespace Vexera.Sandbox.Rest.Routing;

/// <summary>One method on one path template, in the words of Discord's documentation: <c>/channels/{channel_id}/messages</c>.</summary>
internal sealed class RestRoute(string method, string template, Access access, RateLimit limit, RestHandler handler)
{
    public string Method { get; } = method;

    public string Template { get; } = template;

    public Access Access { get; } = access;

    public RateLimit Limit { get; } = limit;

    public RestHandler Handler { get; } = handler;

    public IReadOnlyList<string> Segments { get; } = template.Split('/', StringSplitOptions.RemoveEmptyEntries);

    public int Literals => Segments.Count(s => !IsParameter(s));

    public bool Fits(string[] path)
    {
        for (var i = 0; i < path.Length; i++)
        {
            if (!IsParameter(Segments[i]) && Segments[i] != path[i])
                return false;
        }

        return true;
    }

    public Dictionary<string, string> Values(string[] path)
    {
        var values = new Dictionary<string, string>();
        for (var i = 0; i < path.Length; i++)
        {
            if (IsParameter(Segments[i]))
                values[Segments[i][1..^1]] = path[i];
        }

        return values;
    }

    /// <summary>The resource that the bucket is counted for: channel, guild, or webhook and its token.</summary>
    public static string MajorParameter(IReadOnlyDictionary<string, string> values)
    {
        if (values.TryGetValue("webhook_id", out var webhook))
            return values.TryGetValue("webhook_token", out var token) ? $"{webhook}/{token}" : webhook;
        return values.GetValueOrDefault("channel_id") ?? values.GetValueOrDefault("guild_id") ?? "";
    }

    public override string ToString() => $"{Method} {Template}";

    private static bool IsParameter(string segment) => segment[0] == '{';
}
