using Vexera.Core.Storage.Caching;

namespace Vexera.Tests.Storage.Caching;

public sealed class GenerationalCacheTests
{
    [Fact]
    public void Set_MoreThanFit_KeepsWhatWasAskedForAndTheLatest()
    {
        var cache = new GenerationalCache<int, string>(10);
        cache.Set(0, "asked for");
        for (var i = 1; i <= 100; i++)
        {
            cache.Set(i, "one of many");
            cache.TryGet(0, out _).ShouldBeTrue();
            cache.Count.ShouldBeLessThanOrEqualTo(10);
        }

        cache.TryGet(100, out _).ShouldBeTrue();
        cache.TryGet(1, out _).ShouldBeFalse();
    }

    [Fact]
    public void Set_Again_TakesThePlaceOfTheOneBefore()
    {
        var cache = new GenerationalCache<int, string>(4);
        cache.Set(1, "before");
        for (var i = 2; i <= 3; i++)
            cache.Set(i, "other");

        cache.Set(1, "after");

        cache.TryGet(1, out var value).ShouldBeTrue();
        value.ShouldBe("after");
    }

    [Fact]
    public void Remove_InEitherHalf_IsGone()
    {
        var cache = new GenerationalCache<int, string>(4);
        for (var i = 1; i <= 3; i++)
            cache.Set(i, "x");

        cache.Remove(1);
        cache.Remove(3);

        cache.TryGet(1, out _).ShouldBeFalse();
        cache.TryGet(3, out _).ShouldBeFalse();
        cache.Count.ShouldBe(1);
    }
}
