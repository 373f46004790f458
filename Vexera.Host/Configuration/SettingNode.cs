using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Reflection;
using Vexera.Core;
using Vexera.Core.Discord;

namespace Vexera.Host.Configuration;

/// <summary>What may stand at one place of the configuration.</summary>
internal enum SettingKind
{
    /// <summary>One value that is written as text.</summary>
    Value,

    /// <summary>A group of named settings.</summary>
    Group,

    /// <summary>Any number of settings of one kind, numbered from 0.</summary>
    List,

    /// <summary>Any number of settings of one kind, under names of the operator's choice.</summary>
    Map,
}

/// <summary>One place of the configuration, as an options class describes it.</summary>
internal sealed class SettingNode
{
    private SettingNode(string name, Type type, PropertyInfo? property, object? defaultValue)
    {
        Name = name;
        Type = Nullable.GetUnderlyingType(type) ?? type;
        Property = property;
        Default = defaultValue;
        Kind = Classify(Type, out var element);
        Element = element is null ? null : new SettingNode("*", element, null, null);
        Children = Kind == SettingKind.Group ? [.. Describe(Type, defaultValue)] : [];
    }

    /// <summary>The key, without the path above it.</summary>
    public string Name { get; }

    /// <summary>The type of the value; never a <see cref="Nullable{T}"/>.</summary>
    public Type Type { get; }

    /// <summary>The property it is read into; null for a whole section and for elements.</summary>
    public PropertyInfo? Property { get; }

    /// <summary>What holds when nothing is set; null for none.</summary>
    public object? Default { get; }

    /// <summary>What may stand here.</summary>
    public SettingKind Kind { get; }

    /// <summary>The members of a group.</summary>
    public IReadOnlyList<SettingNode> Children { get; }

    /// <summary>What a list or map holds.</summary>
    public SettingNode? Element { get; }

    /// <summary>Whether the value must never be shown.</summary>
    public bool IsSecret =>
        Type == typeof(BotToken) || Type == typeof(Secret) || Property?.GetCustomAttribute<DataTypeAttribute>()?.DataType == DataType.Password;

    /// <summary>The rules on the value.</summary>
    public IEnumerable<ValidationAttribute> Rules =>
        Property?.GetCustomAttributes<ValidationAttribute>().Where(rule => rule is not DataTypeAttribute) ?? [];

    /// <summary>
    /// Puts a value to the rules: null when all hold, empty when a rule that <see cref="Allowed"/> can describe does not, else
    /// the whole sentence of a rule that speaks for itself.
    /// </summary>
    public string? Complaint(object? value, string path)
    {
        var context = new ValidationContext(Default ?? this) { MemberName = Name, DisplayName = path };
        var broken = Rules
            .Select(rule => (Rule: rule, Result: rule.GetValidationResult(value, context)))
            .FirstOrDefault(entry => entry.Result != ValidationResult.Success);
        if (broken.Rule is null)
            return null;
        return Allowed.CanDescribe(broken.Rule) ? "" : broken.Result!.ErrorMessage;
    }

    /// <summary>Describes an options class.</summary>
    /// <param name="name">The key that it stands under.</param>
    /// <param name="type">A class of settable properties, with a constructor that takes nothing.</param>
    public static SettingNode Of(string name, Type type) => new(name, type, null, Activator.CreateInstance(type));

    private static IEnumerable<SettingNode> Describe(Type type, object? instance)
    {
        instance ??= type.GetConstructor(Type.EmptyTypes) is null ? null : Activator.CreateInstance(type);
        return type.GetProperties(BindingFlags.Instance | BindingFlags.Public)
            .Where(property => property.GetMethod is not null && property.GetIndexParameters().Length == 0)
            .Where(property => property.SetMethod?.IsPublic == true || Classify(property.PropertyType, out _) != SettingKind.Value)
            .Select(property => new SettingNode(
                property.GetCustomAttribute<ConfigurationKeyNameAttribute>()?.Name ?? property.Name,
                property.PropertyType,
                property,
                instance is null ? null : property.GetValue(instance)));
    }

    private static SettingKind Classify(Type type, out Type? element)
    {
        element = null;
        if (TypeDescriptor.GetConverter(type).CanConvertFrom(typeof(string)))
            return SettingKind.Value;
        var generic = type.GetInterfaces().Append(type).Where(candidate => candidate.IsGenericType).ToList();
        if (Arguments(generic, typeof(IDictionary<,>)) is [_, var value])
            return Found(SettingKind.Map, value, out element);
        if (Arguments(generic, typeof(IReadOnlyDictionary<,>)) is [_, var readOnlyValue])
            return Found(SettingKind.Map, readOnlyValue, out element);
        return Arguments(generic, typeof(IEnumerable<>)) is [var item]
            ? Found(SettingKind.List, item, out element)
            : SettingKind.Group;
    }

    private static SettingKind Found(SettingKind kind, Type type, out Type element)
    {
        element = type;
        return kind;
    }

    private static Type[]? Arguments(List<Type> interfaces, Type definition) =>
        interfaces.Find(candidate => candidate.GetGenericTypeDefinition() == definition)?.GetGenericArguments();
}
