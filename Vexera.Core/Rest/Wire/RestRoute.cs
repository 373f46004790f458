using System.Security.Cryptography;
using System.Text;

namespace Vexera.Core.Rest.Wire;

/// <summary>
/// A method and a path template such as <c>/channels/{channel}/messages</c>. Its <see cref="Name"/> is what logs, metrics and
/// errors show: it holds no ids and no tokens. A placeholder named <c>{token}</c> is a secret.
/// </summary>
internal sealed class RestRoute
{
    private const string TokenPlaceholder = "{token}";
    private readonly string[] _segments;
    private readonly int _placeholders;

    /// <param name="method">The HTTP method.</param>
    /// <param name="template">The path below the API's base address, with a leading slash.</param>
    public RestRoute(HttpMethod method, string template)
    {
        Method = method;
        Name = $"{method} {template}";
        _segments = template.Split('/', StringSplitOptions.RemoveEmptyEntries);
        _placeholders = _segments.Count(IsPlaceholder);
    }

    /// <summary>The HTTP method.</summary>
    public HttpMethod Method { get; }

    /// <summary>Method and template, such as <c>POST /channels/{channel}/messages</c>.</summary>
    public string Name { get; }

    /// <summary>
    /// What tells this route's bucket from another with the same name, where Discord limits by more than the route; else null.
    /// </summary>
    public string? Variant { get; init; }

    /// <summary>The name under which limits are learned.</summary>
    public string LimitedAs => Variant is null ? Name : $"{Name} ({Variant})";

    /// <summary>Whether the bot's token goes along. Interactions are answered with their own.</summary>
    public bool Authenticated { get; init; } = true;

    /// <summary>Whether it counts towards the global limit. Callbacks of interactions do not.</summary>
    public bool CountsGlobally { get; init; } = true;

    /// <summary>Whether it goes out even when many requests were invalid.</summary>
    public bool Essential { get; init; }

    /// <summary>How long it may wait for rate limits, where the answer is worthless after; null for the general setting.</summary>
    public TimeSpan? Patience { get; init; }

    /// <summary>A request on this route.</summary>
    /// <param name="arguments">One value for each placeholder, in order.</param>
    public RestRequest To(params ReadOnlySpan<object> arguments)
    {
        if (arguments.Length != _placeholders)
            throw new ArgumentException($"{Name} takes {_placeholders} arguments, not {arguments.Length}.", nameof(arguments));

        var path = new StringBuilder();
        var major = new StringBuilder();
        string? secret = null;
        var next = 0;
        for (var i = 0; i < _segments.Length; i++)
        {
            var segment = _segments[i];
            var filled = IsPlaceholder(segment) ? arguments[next++].ToString()! : segment;
            path.Append('/').Append(IsPlaceholder(segment) ? Uri.EscapeDataString(filled) : filled);
            if (segment == TokenPlaceholder)
                secret = filled;
            if (IsMajor(i))
                major.Append('/').Append(segment == TokenPlaceholder ? Fingerprint(filled) : filled);
        }

        return new RestRequest(this, path.ToString(), major.ToString(), secret);
    }

    /// <summary>The <see cref="Name"/>.</summary>
    public override string ToString() => Name;

    private static bool IsPlaceholder(string segment) => segment is ['{', .., '}'];

    /// <summary>Limits are kept apart for each channel, guild, and webhook with its token. Source: topics/rate-limits.</summary>
    private bool IsMajor(int index) => _segments[0] switch
    {
        "channels" or "guilds" => index < 2 && _segments.Length > 1,
        "webhooks" or "interactions" => index < 2 || (index == 2 && _segments[2] == TokenPlaceholder),
        _ => false,
    };

    /// <summary>Tells tokens apart without keeping them.</summary>
    private static string Fingerprint(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)).AsSpan(0, 12));
}
