using Vexera.Core.Gateway;

namespace Vexera.Tests.Gateway;

public sealed class FramePoolTests
{
    [Theory]
    [InlineData(0, 4_096)]
    [InlineData(1, 4_096)]
    [InlineData(4_096, 4_096)]
    [InlineData(4_097, 8_192)]
    [InlineData(1 << 20, 1 << 20)]
    [InlineData((1 << 20) + 1, (1 << 20) + 1)]
    public void Rent_AnyLength_GivesTheNextSize(int asked, int given) => new FramePool().Rent(asked).Length.ShouldBe(given);

    [Fact]
    public void Rent_AfterReturn_GivesTheSameArray()
    {
        var pool = new FramePool();
        var array = pool.Rent(5_000);
        pool.Return(array);

        pool.Rent(8_000).ShouldBeSameAs(array);
        pool.Rent(8_000).ShouldNotBeSameAs(array);
    }

    [Fact]
    public void Return_MoreThanIsKept_LetsTheRestGo()
    {
        var pool = new FramePool();
        var lent = Enumerable.Range(0, 20).Select(_ => pool.Rent(1 << 20)).ToArray();
        foreach (var array in lent)
            pool.Return(array);

        Enumerable.Range(0, 20).Count(_ => lent.Contains(pool.Rent(1 << 20))).ShouldBe(8);
    }

    [Fact]
    public void Return_ForeignLength_IsNotLentAgain()
    {
        var pool = new FramePool();
        pool.Return(new byte[5_000]);

        pool.Rent(5_000).Length.ShouldBe(8_192);
    }
}
