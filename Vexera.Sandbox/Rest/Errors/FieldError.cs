namespace Vexera.Sandbox.Rest.Errors;

/// <summary>What is wrong with one field of a form, with Discord's code for it.</summary>
/// <seealso href="https://discord.com/developers/docs/reference#error-messages"/>
internal sealed record FieldError(string Code, string Message)
{
    public static readonly FieldError Required = new("BASE_TYPE_REQUIRED", "This field is required");
    public static readonly FieldError NotAList = new("LIST_TYPE_CONVERT", "Only iterables may be used in a ListType");
    public static readonly FieldError NotAnObject = new("MODEL_TYPE_CONVERT", "Only dictionaries may be used in a ModelType");
    public static readonly FieldError NotABoolean = new("BOOLEAN_TYPE_CONVERT", "Must be either true or false.");
    public static readonly FieldError Pattern = new("STRING_TYPE_REGEX", "String value did not match validation regex.");
    public static readonly FieldError NotAUrl =
        new("URL_TYPE_INVALID_URL", "Not a well formed URL.");

    public static FieldError Length(int minimum, int maximum) =>
        minimum <= 0
            ? new("BASE_TYPE_MAX_LENGTH", $"Must be {maximum} or fewer in length.")
            : new("BASE_TYPE_BAD_LENGTH", $"Must be between {minimum} and {maximum} in length.");

    public static FieldError TooSmall(long minimum) =>
        new("NUMBER_TYPE_MIN", $"int value should be greater than or equal to {minimum}.");

    public static FieldError TooLarge(long maximum) =>
        new("NUMBER_TYPE_MAX", $"int value should be less than or equal to {maximum}.");

    public static FieldError NotA(string type, string value) =>
        new("NUMBER_TYPE_COERCE", $"Value \"{value}\" is not {type}.");

    public static FieldError NotAString(string value) =>
        new("STRING_TYPE_CONVERT", $"Could not interpret \"{value}\" as string.");

    public static FieldError NotATime(string value) =>
        new("DATE_TIME_TYPE_PARSE", $"Could not parse {value}. Should be ISO8601.");

    public static FieldError Choices(IEnumerable<string> choices) =>
        new("BASE_TYPE_CHOICES", $"Value must be one of ({string.Join(", ", choices)}).");
}
