using CsCheck;
using Vexera.Core.Discord;
using Vexera.Core.State;

namespace Vexera.Tests.State;

public sealed class SnowflakeMapTests
{
    private static readonly Gen<(ulong Id, string Value)[]> Entries = Gen.Select(Gen.ULong[0, 20], Gen.String).Array[0, 30];

    [Fact]
    public void AnyRunOfChanges_Always_HoldsWhatADictionaryHolds() =>
        Gen.Select(Entries, Gen.Select(Gen.ULong[0, 20], Gen.String, Gen.Bool).Array[0, 30]).Sample((entries, changes) =>
        {
            var model = new SortedDictionary<Snowflake, Entry>();
            foreach (var (id, value) in entries)
                model[new(id)] = new Entry(new(id), value);
            var map = SnowflakeMap<Entry>.From(entries.Select(entry => new Entry(new(entry.Id), entry.Value)), entry => entry.Id);

            foreach (var (id, value, remove) in changes)
            {
                if (remove)
                {
                    model.Remove(new(id));
                    map = map.Remove(new(id));
                }
                else
                {
                    model[new(id)] = new Entry(new(id), value);
                    map = map.SetItem(new(id), new Entry(new(id), value));
                }
            }

            map.Count.ShouldBe(model.Count);
            map.ShouldBe(model);
            map.Ids.ToArray().ShouldBe(model.Keys);
            map.Values.ShouldBe(model.Values);
            for (var id = 0UL; id <= 21; id++)
                map.TryGetValue(new(id), out var found).ShouldBe(model.TryGetValue(new(id), out var expected) && Equals(found, expected));
        });

    [Fact]
    public void SetItem_Always_LeavesTheFormerMapAsItWas()
    {
        var one = new Entry(new(1), "one");
        var map = SnowflakeMap<Entry>.Empty.SetItem(new(1), one);

        _ = map.SetItem(new(1), new Entry(new(1), "other")).SetItem(new(0), one).Remove(new(1));

        map.ShouldHaveSingleItem().Value.ShouldBeSameAs(one);
    }

    private sealed record Entry(Snowflake Id, string Value);
}
