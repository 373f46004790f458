using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Vexera.Sandbox.Rest.Body;
using Vexera.Sandbox.Rest.Errors;
using Vexera.Sandbox.World;
using Vexera.Sandbox.World.Model;

namespace Vexera.Sandbox.Rest.Routing;

/// <summary>One request, as a route's handler sees it.</summary>
internal sealed class RestCall
{
    public required SandboxWorld World { get; init; }

    public required RestCaller Caller { get; init; }

    /// <summary>The parameters of the path, by the names in the template.</summary>
    public required IReadOnlyDictionary<string, string> Values { get; init; }

    public required IQueryCollection Query { get; init; }

    public required RequestBody Body { get; init; }

    /// <summary><c>http://127.0.0.1:port</c>, where uploaded files and the gateway are found.</summary>
    public required Uri Address { get; init; }

    /// <summary>From <c>X-Audit-Log-Reason</c>, decoded.</summary>
    public string? Reason { get; init; }

    /// <exception cref="RestException">The request came without a token.</exception>
    public User User => Caller.User ?? throw new RestException(RestErrors.Unauthorized);

    public Actor Actor => new(User.Id, Reason);

    /// <summary>How the caller sees messages: a bot without the Message Content intent reads no other people's words.</summary>
    public Viewer Viewer
    {
        get
        {
            const ApplicationFlags readers = ApplicationFlags.GatewayMessageContent | ApplicationFlags.GatewayMessageContentLimited;
            var application = World.Users.Application(User.Id);
            return new Viewer(User.Id, MessageContent: application is null || (application.Flags & readers) != 0);
        }
    }

    /// <summary>The body as an object.</summary>
    public Form Form => field ??= Form.Root(Body.Json);

    /// <summary>The objects of a body that is a list.</summary>
    public IReadOnlyList<Form> FormList(FormErrors errors)
    {
        if (Body.Json.ValueKind != JsonValueKind.Array)
            throw FormErrors.Single("", FieldError.NotAList);

        var forms = new List<Form>();
        foreach (var (item, index) in Body.Json.EnumerateArray().Select((item, index) => (item, index.ToString(CultureInfo.InvariantCulture))))
        {
            if (item.ValueKind == JsonValueKind.Object)
                forms.Add(new Form(item, errors, index));
            else
                errors.Add(index, FieldError.NotAnObject);
        }

        return forms;
    }

    public string Text(string name) => Values[name];

    /// <summary>An id in the path; <c>@me</c> is the caller.</summary>
    public ulong Id(string name)
    {
        var text = Values[name];
        if (text == "@me")
            return User.Id;
        return ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? id
            : throw FormErrors.Single(name, FieldError.NotA("snowflake", text));
    }

    public ulong? QueryId(string name)
    {
        if (Query[name].ToString() is not { Length: > 0 } text)
            return null;
        return ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? id
            : throw FormErrors.Single(name, FieldError.NotA("snowflake", text));
    }

    public DateTimeOffset? QueryTime(string name)
    {
        if (Query[name].ToString() is not { Length: > 0 } text)
            return null;
        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? time
            : throw FormErrors.Single(name, FieldError.NotATime(text));
    }

    public bool QueryFlag(string name) => Query[name].ToString() is "true" or "True" or "1";

    /// <summary>A number in the query, such as <c>limit</c>.</summary>
    public int QueryNumber(string name, int byDefault, int minimum, int maximum)
    {
        if (Query[name].ToString() is not { Length: > 0 } text)
            return byDefault;
        if (!int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
            throw FormErrors.Single(name, FieldError.NotA("int", text));
        if (number < minimum)
            throw FormErrors.Single(name, FieldError.TooSmall(minimum));
        return number <= maximum ? number : throw FormErrors.Single(name, FieldError.TooLarge(maximum));
    }
}
