using CsCheck;
using Vexera.Core.Dispatch.Merging;
using Vexera.Tests.Gateway.Fleet;

namespace Vexera.Tests.Dispatch.Merging;

/// <summary>
/// Two streams with the same events in whatever rhythm. What only the old side brings, from before the new session, differs from the
/// rest: such an event cannot be told from an equal later one.
/// </summary>
public sealed class MergingSinkPropertyTests
{
    private const int Guilds = 3;

    // Few texts, so that equal events are many.
    private static readonly Gen<(int Guild, int Text)[]> Events = Gen.Select(Gen.Int[1, Guilds], Gen.Int[0, 3]).Array[0, 30];

    private static readonly Gen<((int, int)[] Prefix, (int, int)[] Shared, (int, int)[] Suffix, bool[] Rhythm)> Stories =
        Gen.Select(Events, Events, Events, Gen.Bool.Array[120]);

    [Fact]
    public void AnyInterleaving_NewSessionBeginsAfterThePrefix_HandsOnEachOnceInOrder() => Stories.Sample(
        story =>
        {
            var (before, common, after) = Name(story.Prefix, story.Shared, story.Suffix);
            var handled = Play(before, common, after, [.. Enumerable.Repeat(false, before.Length), .. story.Rhythm]);

            foreach (var guild in Enumerable.Range(1, Guilds))
                Of(guild, handled).ShouldBe(Of(guild, [.. before, .. common, .. after]));
        },
        iter: 2000);

    // An old side that is behind by more than the new session's beginning brings its prefix late, but loses and doubles nothing.
    [Fact]
    public void AnyInterleaving_OldSideFarBehind_HandsOnEachOnceAndWhatBothBringInOrder() => Stories.Sample(
        story =>
        {
            var (before, common, after) = Name(story.Prefix, story.Shared, story.Suffix);
            var handled = Play(before, common, after, story.Rhythm);

            foreach (var guild in Enumerable.Range(1, Guilds))
            {
                Of(guild, [.. handled.Where(before.Contains)]).ShouldBe(Of(guild, before));
                Of(guild, [.. handled.Where(one => !before.Contains(one))]).ShouldBe(Of(guild, [.. common, .. after]));
            }
        },
        iter: 2000);

    private static ((int, string)[] Before, (int, string)[] Common, (int, string)[] After) Name(
        (int Guild, int Text)[] prefix, (int Guild, int Text)[] shared, (int Guild, int Text)[] suffix) => (
        [.. prefix.Select((one, at) => (one.Guild, $"before {at}"))],
        [.. shared.Select(one => (one.Guild, $"text {one.Text}"))],
        [.. suffix.Select(one => (one.Guild, $"text {one.Text}"))]);

    private static string[] Of(int guild, (int Guild, string Text)[] events) =>
        [.. events.Where(one => one.Guild == guild).Select(one => one.Text)];

    private static (int Guild, string Text)[] Play(
        (int, string)[] before, (int, string)[] common, (int, string)[] after, bool[] rhythm)
    {
        var recorder = new RecordingSink();
        var script = new MergeScript(recorder);
        var handled = new List<(int, string)>();
        var old = new Queue<(int Guild, string Text)>([.. before, .. common]);
        var fresh = new Queue<(int Guild, string Text)>([.. common, .. after]);
        for (var beat = 0; old.Count + fresh.Count > 0; beat++)
        {
            var isNew = old.Count == 0 || (fresh.Count > 0 && rhythm[beat % rhythm.Length]);
            var next = (isNew ? fresh : old).Dequeue();
            script.MessageAsync(isNew ? FleetSide.New : FleetSide.Old, next.Guild, next.Text).IsCompletedSuccessfully.ShouldBeTrue();
            if (recorder.TryNext() is not { } received)
                continue;
            received.Data.ShouldBe(MergeScript.Message(next.Guild, next.Text));
            handled.Add(next);
        }

        return [.. handled];
    }
}
