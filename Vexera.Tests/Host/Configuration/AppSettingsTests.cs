using System.ComponentModel;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Vexera.Core.Discord;
using Vexera.Host.Configuration;
using Vexera.Host.Dashboard;
using Vexera.Tests.Support;

namespace Vexera.Tests.Host.Configuration;

/// <summary>Holds appsettings.json and its schema to the options classes.</summary>
public sealed class AppSettingsTests
{
    private const string UpdateVariable = "VEXERA_UPDATE_SCHEMA";
    private static readonly JsonDocumentOptions Commented = new() { CommentHandling = JsonCommentHandling.Skip };
    private static readonly string SettingsFile = RepositoryRoot.File("appsettings.json");
    private static readonly string SchemaFile = RepositoryRoot.File("appsettings.schema.json");

    [Fact]
    public void Schema_Always_SaysWhatTheOptionsSay()
    {
        var written = new SettingsSchema(DeclaredSettings.All(), new XmlSummaries(typeof(BotToken).Assembly, typeof(DashboardOptions).Assembly)).Write();
        if (Environment.GetEnvironmentVariable(UpdateVariable) == "1")
            File.WriteAllText(SchemaFile, written);

        File.ReadAllText(SchemaFile).ShouldBe(written, $"run this test with {UpdateVariable}=1 to write the schema anew");
    }

    [Fact]
    public async Task AppSettings_Always_FitsTheSchema()
    {
        var schema = await NJsonSchema.JsonSchema.FromFileAsync(SchemaFile, TestContext.Current.CancellationToken);
        var settings = JsonNode.Parse(File.ReadAllText(SettingsFile), documentOptions: Commented)!;

        schema.Validate(settings.ToJsonString()).Select(error => error.ToString()).ShouldBeEmpty();
    }

    [Fact]
    public void AppSettings_Always_HoldsEverySettingWithItsDefault()
    {
        var settings = JsonNode.Parse(File.ReadAllText(SettingsFile), documentOptions: Commented)!;

        var wrong = DeclaredSettings.All()
            .SelectMany(section => Differences(Find(settings, section.Path), section.Node, section.Path));

        wrong.ShouldBeEmpty();
    }

    [Fact]
    public void AppSettings_Always_ExplainsEverySetting()
    {
        var explained = ExplainedPaths();

        DeclaredSettings.All().SelectMany(section => LeafPaths(section.Node, section.Path)).Except(explained)
            .ShouldBeEmpty("a comment stands above each setting in appsettings.json");
    }

    [Fact]
    public void Options_Always_HaveASummaryForEachSetting()
    {
        var summaries = new XmlSummaries(typeof(BotToken).Assembly, typeof(DashboardOptions).Assembly);

        DeclaredSettings.All().SelectMany(section => Leaves(section.Node))
            .Where(node => node.Property is not null && summaries.Of(node.Property).Length < 10)
            .Select(node => $"{node.Property!.DeclaringType}.{node.Name}")
            .ShouldBeEmpty();
    }

    private static JsonNode? Find(JsonNode settings, string path) =>
        path.Split(':').Aggregate((JsonNode?)settings, (node, name) => node?[name]);

    private static IEnumerable<string> Differences(JsonNode? written, SettingNode node, string path)
    {
        if (node.Kind == SettingKind.Group)
            return written is JsonObject group
                ? node.Children.SelectMany(child => group.ContainsKey(child.Name)
                    ? Differences(group[child.Name], child, $"{path}:{child.Name}")
                    : [$"{path}:{child.Name} is missing"])
                : [$"{path} is missing"];
        if (node.Kind != SettingKind.Value)
            return [];
        var value = written is null ? null : TypeDescriptor.GetConverter(node.Type).ConvertFromInvariantString(written.ToString());
        return Equals(value, node.Default) ? [] : [$"{path} is {written}; its default is {node.Default}"];
    }

    private static IEnumerable<SettingNode> Leaves(SettingNode node) =>
        node.Kind == SettingKind.Group ? node.Children.SelectMany(Leaves) : [node];

    private static IEnumerable<string> LeafPaths(SettingNode node, string path) =>
        node.Kind == SettingKind.Group ? node.Children.SelectMany(child => LeafPaths(child, $"{path}:{child.Name}")) : [path];

    private static List<string> ExplainedPaths()
    {
        var reader = new Utf8JsonReader(
            Encoding.UTF8.GetBytes(File.ReadAllText(SettingsFile)), new JsonReaderOptions { CommentHandling = JsonCommentHandling.Allow });
        var path = new Stack<string>();
        var explained = new List<string>();
        var afterComment = false;
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.PropertyName)
            {
                path.Push(reader.GetString()!);
                if (afterComment)
                    explained.Add(string.Join(':', path.Reverse()));
            }
            else if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
                path.Push("");
            else if (reader.TokenType is JsonTokenType.EndObject or JsonTokenType.EndArray)
                Leave(path);
            else if (reader.TokenType != JsonTokenType.Comment && path.Peek().Length > 0)
                path.Pop();
            afterComment = reader.TokenType == JsonTokenType.Comment;
        }

        return [.. explained.Select(entry => string.Join(':', entry.Split(':', StringSplitOptions.RemoveEmptyEntries)))];
    }

    private static void Leave(Stack<string> path)
    {
        path.Pop();
        if (path.Count > 0 && path.Peek().Length > 0)
            path.Pop();
    }
}
