using CsCheck;
using Vexera.Core.Commands.Replies;
using Vexera.Core.Discord.Entities;

namespace Vexera.Tests.Commands.Replies;

/// <summary>Embeds of any length keep Discord's limits, and nothing of them is lost.</summary>
public sealed class EmbedLimitsTests
{
    private static readonly Gen<string> Text = Gen.Int[0, 6_000].SelectMany(length => Gen.Char["abcdefghij \n🌲"].Array[length].Select(chars => new string(chars)));

    private static readonly Gen<EmbedField> Field =
        Gen.Select(Text, Text, Gen.Bool).Select((name, value, inline) => new EmbedField(name, value, inline));

    private static readonly Gen<Embed> Any = Gen.Select(Text.Null(), Text.Null(), Field.Array[0, 40], Text.Null(), Gen.Bool).Select(
        (title, description, fields, footer, isDated) => new Embed
        {
            Title = title,
            Description = description,
            Fields = fields,
            Footer = footer is null ? null : new EmbedFooter(footer),
            Timestamp = isDated ? DateTimeOffset.UnixEpoch : null,
        });

    [Fact]
    public void Fit_AnyEmbeds_KeepsEveryLimit() => Any.Array[0, 3].Sample(
        embeds =>
        {
            foreach (var message in EmbedLimits.Fit(embeds))
            {
                message.Count.ShouldBeInRange(1, 10);
                message.Sum(EmbedLimits.LengthOf).ShouldBeLessThanOrEqualTo(6000);
                message.ShouldAllBe(embed => IsTaken(embed));
            }
        },
        iter: 200);

    [Fact]
    public void Fit_AnyEmbeds_LosesNoDescriptionAndNoValue() => Any.Array[0, 3].Sample(
        embeds =>
        {
            var fitted = EmbedLimits.Fit(embeds).SelectMany(message => message).ToList();

            Solid(fitted.Select(embed => embed.Description)).ShouldBe(Solid(embeds.Select(embed => embed.Description)));
            Solid(fitted.SelectMany(embed => embed.Fields ?? []).Select(field => field.Value))
                .ShouldBe(Solid(embeds.SelectMany(embed => embed.Fields ?? []).Select(field => field.Value)));
        },
        iter: 200);

    [Fact]
    public void Fit_WhatFits_IsLeftAsItIs()
    {
        var embed = new Embed
        {
            Title = new string('t', 256),
            Description = new string('d', 4096),
            Color = 5,
            Fields = [new EmbedField("n", "v", Inline: true)],
            Footer = new EmbedFooter("f"),
        };

        var fitted = EmbedLimits.Fit([embed]).ShouldHaveSingleItem().ShouldHaveSingleItem();

        (fitted with { Fields = embed.Fields }).ShouldBe(embed);
        fitted.Fields.ShouldBe(embed.Fields);
    }

    [Fact]
    public void Fit_TwentySixFields_GoOnInTheNextEmbed()
    {
        var fields = Enumerable.Range(0, 26).Select(i => new EmbedField($"n{i}", "v")).ToArray();

        EmbedLimits.Fit([new Embed { Title = "t", Fields = fields }]).ShouldHaveSingleItem().Select(embed => embed.Fields!.Count).ShouldBe([25, 1]);
    }

    [Fact]
    public void Fit_NothingToShow_IsNoEmbed() => EmbedLimits.Fit([new Embed(), new Embed { Title = " ", Fields = [] }]).ShouldBeEmpty();

    private static bool IsTaken(Embed embed) =>
        (embed.Title is null or { Length: >= 1 and <= 256 })
        && (embed.Description is null or { Length: >= 1 and <= 4096 })
        && (embed.Footer is null or { Text.Length: >= 1 and <= 2048 })
        && (embed.Title ?? embed.Description ?? embed.Footer?.Text ?? (embed.Fields is { Count: > 0 } ? "" : null)) is not null
        && (embed.Fields is null || (embed.Fields.Count is >= 1 and <= 25
            && embed.Fields.All(field => field is { Name.Length: >= 1 and <= 256, Value.Length: >= 1 and <= 1024 })));

    private static string Solid(IEnumerable<string?> texts) =>
        string.Concat(texts).Replace("\u200b", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal).Replace("\n", "", StringComparison.Ordinal);
}
