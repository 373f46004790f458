using System.Text.Json;
using System.Text.Json.Serialization;
using Vexera.Core.Commands.Replies;
using Vexera.Core.Discord.Entities;

namespace Vexera.Core.Commands.Components.Paging;

/// <summary>A long answer in pages, as it is kept.</summary>
/// <param name="Pages">What each page says.</param>
/// <param name="Components">What stands under every page, besides the buttons for leafing.</param>
internal sealed record StoredPages(IReadOnlyList<ReplyPage> Pages, IReadOnlyList<ActionRow> Components);

/// <summary>Source-generated JSON for the database.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(StoredPages))]
internal sealed partial class StoredPagesJson : JsonSerializerContext
{
    /// <summary>As it stands in the database.</summary>
    public static string Write(StoredPages pages) => JsonSerializer.Serialize(pages, Default.StoredPages);

    /// <summary>As it was written.</summary>
    /// <exception cref="JsonException">It was written otherwise.</exception>
    public static StoredPages Read(string json) => JsonSerializer.Deserialize(json, Default.StoredPages) ?? throw new JsonException("No pages.");
}
