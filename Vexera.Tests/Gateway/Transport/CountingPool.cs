using System.Buffers;

namespace Vexera.Tests.Gateway.Transport;

/// <summary>A pool that knows how many of its arrays are out, and takes none back twice.</summary>
internal sealed class CountingPool : ArrayPool<byte>
{
    private readonly HashSet<byte[]> _out = new(ReferenceEqualityComparer.Instance);

    public int Out => _out.Count;

    public override byte[] Rent(int minimumLength)
    {
        var array = new byte[minimumLength];
        _out.Add(array);
        return array;
    }

    public override void Return(byte[] array, bool clearArray = false) => _out.Remove(array).ShouldBeTrue("returned twice, or never rented");
}
