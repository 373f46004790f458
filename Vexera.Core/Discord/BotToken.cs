using System.ComponentModel;

namespace Vexera.Core.Discord;

/// <summary>The bot's token. Prints redacted everywhere; only <see cref="Reveal"/> gives the secret.</summary>
[TypeConverter(typeof(BotTokenConverter))]
public sealed class BotToken : IEquatable<BotToken>
{
    private const string Redacted = "[redacted]";
    private readonly string _secret;

    /// <param name="secret">The token from Discord's developer portal, with or without a leading <c>Bot </c>.</param>
    /// <exception cref="ArgumentException">The token is empty, or holds white space or control characters.</exception>
    public BotToken(string secret)
    {
        ArgumentNullException.ThrowIfNull(secret);
        var bare = secret.StartsWith("Bot ", StringComparison.Ordinal) ? secret[4..] : secret;
        if (bare.Length == 0 || bare.Any(c => c is <= ' ' or > '~'))
            throw new ArgumentException("A bot token is one word of printable ASCII characters.", nameof(secret));
        _secret = bare;
    }

    /// <summary>The secret itself, without the <c>Bot </c> scheme. For the Authorization header and IDENTIFY only.</summary>
    public string Reveal() => _secret;

    /// <summary>Always <c>[redacted]</c>.</summary>
    public override string ToString() => Redacted;

    /// <inheritdoc/>
    public bool Equals(BotToken? other) => other is not null && other._secret == _secret;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as BotToken);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(_secret);
}
