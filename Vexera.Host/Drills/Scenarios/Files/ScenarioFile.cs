using System.Globalization;
using System.Text.Json;
using Vexera.Host.Configuration;

namespace Vexera.Host.Drills.Scenarios.Files;

/// <summary>
/// Reads a scenario that an operator wrote as JSON, with comments as in appsettings.json: what <see cref="Scenario"/> has, steps that
/// are verbs by name, promises by name. docs/drills.md has an example and all names.
/// </summary>
internal sealed class ScenarioFile
{
    private static readonly string[] Members =
        ["name", "summary", "guilds", "shards", "maxConcurrency", "rate", "trafficShare", "hasRateLimits", "minute", "settings", "steps", "promises"];

    private readonly List<string> _errors = [];

    private ScenarioFile()
    {
    }

    /// <summary>Reads one.</summary>
    /// <param name="file">Its path.</param>
    /// <exception cref="ScenarioFileException">It cannot be read, or something in it is wrong; all that is wrong is named.</exception>
    public static Scenario Read(string file)
    {
        try
        {
            using var document = JsonDocument.Parse(
                File.ReadAllText(file), new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
            return Read(document.RootElement);
        }
        catch (ScenarioFileException e)
        {
            throw new ScenarioFileException([.. e.Errors.Select(error => $"{file}: {error}")]);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            throw new ScenarioFileException([$"{file}: {e.Message}"]);
        }
    }

    /// <summary>The same of what has been read.</summary>
    /// <param name="root">The file's value.</param>
    public static Scenario Read(JsonElement root)
    {
        var reading = new ScenarioFile();
        var scenario = reading.Scenario(root);
        return reading._errors.Count == 0 ? scenario : throw new ScenarioFileException(reading._errors);
    }

    private Scenario Scenario(JsonElement root)
    {
        var members = Object(root, DrillText.FileItself);
        foreach (var unknown in members.Keys.Except(Members))
            _errors.Add(DrillText.FileUnknown.With(unknown, string.Join(", ", Members)));
        var name = Value<string>(members, "name", null);
        var size = new Scenario("", "");
        var scenario = new Scenario(name ?? "", Value(members, "summary", "") ?? "")
        {
            Guilds = Value(members, "guilds", size.Guilds, atLeast: 1),
            Shards = Value(members, "shards", size.Shards, atLeast: 1),
            MaxConcurrency = members.ContainsKey("maxConcurrency") ? Value(members, "maxConcurrency", 1, atLeast: 1) : null,
            Rate = Value(members, "rate", size.Rate, atLeast: 1),
            TrafficShare = Value(members, "trafficShare", size.TrafficShare, atLeast: 0.001, atMost: 1.0),
            HasRateLimits = Value(members, "hasRateLimits", false),
            Minute = Value(members, "minute", size.Minute, atLeast: TimeSpan.FromMilliseconds(1)),
        };
        foreach (var (path, value) in members.TryGetValue("settings", out var settings) ? Object(settings, "settings") : [])
        {
            if (value.ValueKind is JsonValueKind.Object or JsonValueKind.Array or JsonValueKind.Null)
                _errors.Add(DrillText.FileWrong.With($"settings.{path}", value.GetRawText(), DrillText.FileWantsScalar));
            else
                scenario.With(path, value.ToString());
        }

        AddSteps(scenario, Items(members, "steps"));
        AddPromises(scenario, Items(members, "promises"));
        return scenario;
    }

    private void AddSteps(Scenario scenario, IReadOnlyList<JsonElement> steps)
    {
        foreach (var (number, step) in steps.Index())
        {
            var place = $"steps[{number}]";
            var members = Object(step, place);
            if (Moment(scenario, members, place) is { } moment && Named(members, "do", FileVocabulary.Verbs, place) is { } verb)
                verb.Invoke(moment, Others(members, "at", "do"), place, _errors);
        }
    }

    private void AddPromises(Scenario scenario, IReadOnlyList<JsonElement> promises)
    {
        foreach (var (number, promise) in promises.Index())
        {
            var place = $"promises[{number}]";
            var isName = promise.ValueKind == JsonValueKind.String;
            if (isName && FileVocabulary.Sets.TryGetValue(promise.GetString()!, out var set))
            {
                scenario.Promise(set);
                continue;
            }

            var members = isName ? new Dictionary<string, JsonElement> { ["promise"] = promise } : Object(promise, place);
            if (Named(members, "promise", FileVocabulary.Promises, place, FileVocabulary.Sets.Keys)
                ?.Invoke(null, Others(members, "promise"), place, _errors) is Promises.DrillPromise made)
                scenario.Promise(made);
        }
    }

    // Steps that follow each other at one time are one moment.
    private Moment? Moment(Scenario scenario, Dictionary<string, JsonElement> members, string place)
    {
        var at = members.TryGetValue("at", out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : null;
        if (at is null || Scenarios.Scenario.TryParse(at) is not { } clock)
        {
            _errors.Add(DrillText.FileWrong.With($"{place}.at", at is null ? DrillText.FileAbsent : $"\"{at}\"", DrillText.FileWantsClock));
            return null;
        }

        var last = scenario.Moments.Count == 0 ? null : scenario.Moments[^1];
        if (last is not null && clock < last.Clock)
            _errors.Add(DrillText.FileOutOfOrder.With($"{place}.at", at, last.Time));
        return last is not null && clock == last.Clock ? last : scenario.At(at);
    }

    private NamedCall? Named(
        Dictionary<string, JsonElement> members, string member, IReadOnlyDictionary<string, NamedCall> known, string place, params IEnumerable<string> also)
    {
        var name = members.TryGetValue(member, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";
        if (known.TryGetValue(name, out var call))
            return call;
        var names = known.Keys.Concat(also).Order(StringComparer.Ordinal).ToList();
        _errors.Add(Spelling.Nearest(name, names) is { } nearest
            ? DrillText.FileNameNear.With($"{place}.{member}", name, nearest)
            : DrillText.FileWrong.With($"{place}.{member}", $"\"{name}\"", string.Join(", ", names)));
        return null;
    }

    private T? Value<T>(Dictionary<string, JsonElement> members, string name, T? otherwise, T? atLeast = default, T? atMost = default)
    {
        if (!members.TryGetValue(name, out var value))
        {
            if (otherwise is null)
                _errors.Add(DrillText.FileMissing.With(DrillText.FileItself, name, FileValue.Wanted(typeof(T))));
            return otherwise;
        }

        if (FileValue.Read(value, typeof(T), name, _errors) is not T found)
            return otherwise;
        var comparer = Comparer<T>.Default;
        var isLow = !Equals(atLeast, default(T)) && comparer.Compare(found, atLeast) < 0;
        var isHigh = !Equals(atMost, default(T)) && comparer.Compare(found, atMost) > 0;
        if (isLow || isHigh)
            _errors.Add(DrillText.FileWrong.With(name, value.GetRawText(), string.Create(CultureInfo.InvariantCulture, $"{(isLow ? "≥" : "≤")} {(isLow ? atLeast : atMost)}")));
        return found;
    }

    private List<JsonElement> Items(Dictionary<string, JsonElement> members, string name)
    {
        if (members.TryGetValue(name, out var value) && value.ValueKind == JsonValueKind.Array && value.GetArrayLength() > 0)
            return [.. value.EnumerateArray()];
        _errors.Add(DrillText.FileMissing.With(DrillText.FileItself, name, DrillText.FileWantsList));
        return [];
    }

    private Dictionary<string, JsonElement> Object(JsonElement value, string place)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            _errors.Add(DrillText.FileWrong.With(place, value.GetRawText(), DrillText.FileWantsObject));
            return [];
        }

        var members = new Dictionary<string, JsonElement>();
        foreach (var member in value.EnumerateObject())
        {
            if (!members.TryAdd(member.Name, member.Value))
                _errors.Add(DrillText.FileTwice.With($"{place}.{member.Name}"));
        }

        return members;
    }

    private static Dictionary<string, JsonElement> Others(Dictionary<string, JsonElement> members, params string[] own) =>
        members.Where(member => !own.Contains(member.Key)).ToDictionary();
}
