using System.ComponentModel.DataAnnotations;
using Vexera.Core.Discord;

namespace Vexera.Host.Configuration;

/// <summary>Says in words what a setting may be, and refuses what .NET would misread.</summary>
internal static class Allowed
{
    /// <summary>What is allowed, to stand after "allowed is".</summary>
    public static string Describe(SettingNode node)
    {
        var rules = node.Rules.Where(rule => rule is not RequiredAttribute).ToList();
        if (rules.Find(rule => rule.ErrorMessage is not null && CanDescribe(rule)) is { ErrorMessage: { } told })
            return told;
        var kind = DescribeType(node.Type);
        var limits = rules.Select(DescribeRule).Where(text => text.Length > 0);
        return string.Join(' ', limits.Prepend(kind));
    }

    /// <summary>Whether the text is what a person means by a value of the node's type; conversion may still fail.</summary>
    public static bool Accepts(SettingNode node, string text)
    {
        if (text.Length == 0)
            return true;
        if (node.Type == typeof(TimeSpan))
            return text.Contains(':', StringComparison.Ordinal);
        if (node.Type == typeof(Uri))
            return Uri.IsWellFormedUriString(text, UriKind.Absolute);
        return !node.Type.IsEnum || text.Split(',').All(name => Enum.GetNames(node.Type).Contains(name.Trim(), StringComparer.OrdinalIgnoreCase));
    }

    /// <summary>
    /// Whether the rule's error message, where it has one, is only what is allowed; one with a place for the name is a sentence
    /// of its own. Without a message the rule must be one of .NET's.
    /// </summary>
    public static bool CanDescribe(ValidationAttribute rule) => rule.ErrorMessage is { } message
        ? !message.Contains("{0}", StringComparison.Ordinal)
        : rule.GetType().Assembly == typeof(ValidationAttribute).Assembly;

    private static string DescribeType(Type type)
    {
        if (type == typeof(bool))
            return ConfigurationText.ABoolean;
        if (type == typeof(TimeSpan))
            return ConfigurationText.ATimeSpan;
        if (type == typeof(Uri))
            return ConfigurationText.AnAddress;
        if (type == typeof(BotToken))
            return ConfigurationText.AToken;
        if (type.IsEnum)
        {
            var text = type.IsDefined(typeof(FlagsAttribute), inherit: false) ? ConfigurationText.AnyOf : ConfigurationText.OneOf;
            return text.With(string.Join(", ", Enum.GetNames(type)));
        }

        if (type == typeof(double) || type == typeof(float) || type == typeof(decimal))
            return ConfigurationText.ANumber;
        return type.IsPrimitive ? ConfigurationText.AWholeNumber : ConfigurationText.AText;
    }

    private static string DescribeRule(ValidationAttribute rule) => rule switch
    {
        RangeAttribute range => ConfigurationText.Between.With(range.Minimum, range.Maximum),
        StringLengthAttribute length => ConfigurationText.Length.With(length.MinimumLength, length.MaximumLength),
        MinLengthAttribute length => ConfigurationText.AtLeast.With(length.Length),
        MaxLengthAttribute length => ConfigurationText.AtMost.With(length.Length),
        AllowedValuesAttribute values => ConfigurationText.OneOf.With(string.Join(", ", values.Values)),
        RegularExpressionAttribute pattern => ConfigurationText.Like.With(pattern.Pattern),
        _ => "",
    };
}
