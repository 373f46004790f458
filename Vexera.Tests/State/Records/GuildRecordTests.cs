using System.Buffers.Binary;
using System.Numerics;
using CsCheck;
using Vexera.Core.Discord.Entities;
using Vexera.Core.State;
using Vexera.Core.State.Records;
using Vexera.Tests.Support;

namespace Vexera.Tests.State.Records;

public sealed class GuildRecordTests
{
    [Fact]
    public void TryDecode_OfAnyState_GivesItBack() => GuildStates.Any.Sample(state =>
    {
        GuildRecord.TryDecode(GuildRecord.Encode(state), out var read).ShouldBeTrue();
        read.ShouldHoldWhat(state);
    });

    [Fact]
    public void Encode_OfTheSameState_IsTheSame() => GuildStates.Any.Sample(state =>
    {
        var record = GuildRecord.Encode(state);
        GuildRecord.TryDecode(record, out var read).ShouldBeTrue();
        GuildRecord.Encode(read).ShouldBe(record);
    });

    [Fact]
    public void TryDecode_OneBitTurned_IsRefused() =>
        Gen.Select(GuildStates.Any, Gen.Int[0, int.MaxValue]).Sample((state, where) =>
        {
            var record = GuildRecord.Encode(state);
            var bit = where % (record.Length * 8);
            record[bit / 8] ^= (byte)(1 << (bit % 8));

            GuildRecord.TryDecode(record, out _).ShouldBeFalse();
        });

    [Fact]
    public void TryDecode_CutOff_IsRefused() =>
        Gen.Select(GuildStates.Any, Gen.Int[0, int.MaxValue]).Sample((state, where) =>
        {
            var record = GuildRecord.Encode(state);

            GuildRecord.TryDecode(record.AsSpan(0, where % record.Length), out _).ShouldBeFalse();
        });

    [Fact]
    public void TryDecode_AnyBytes_NeverThrows() =>
        Gen.Byte.Array[0, 200].Sample(bytes => GuildRecord.TryDecode(bytes, out _).ShouldBeFalse());

    // A checksum says that the bytes are as somebody wrote them, not that it was this build.
    [Fact]
    public void TryDecode_AnyBytesWithARightChecksum_NeverThrows() =>
        Gen.Select(GuildStates.Any, Gen.Int[0, int.MaxValue], Gen.Byte.Array[0, 30]).Sample((state, where, other) =>
        {
            var record = GuildRecord.Encode(state);
            var start = 1 + (where % (record.Length - sizeof(uint)));
            other.AsSpan(0, Math.Min(other.Length, record.Length - sizeof(uint) - start)).CopyTo(record.AsSpan(start));

            Should.NotThrow(() => GuildRecord.TryDecode(Seal(record), out _));
        });

    [Fact]
    public void TryDecode_AnotherVersion_IsRefused()
    {
        var record = GuildRecord.Encode(TestGuild.State);
        record[0]++;

        GuildRecord.TryDecode(Seal(record), out _).ShouldBeFalse();
    }

    [Fact]
    public void Encode_GuildOfFiveHundredChannels_BesideATinyOne_CostsWhatIsInIt()
    {
        var large = TestGuild.State with
        {
            Roles = SnowflakeMap<Role>.From(Enumerable.Range(1, 250).Select(id => StateBench.RoleOf((ulong)id << 30, $"role {id}")), role => role.Id),
            Channels = SnowflakeMap<Channel>.From(
                Enumerable.Range(1, 500).Select(id => StateBench.ChannelOf((ulong)id << 30, name: $"channel {id}")), channel => channel.Id),
        };

        var record = GuildRecord.Encode(large);

        record.Length.ShouldBeInRange(10_000, 20_000);
        GuildRecord.Encode(TestGuild.State).Length.ShouldBeLessThan(200);
        GuildRecord.TryDecode(record, out var read).ShouldBeTrue();
        read.ShouldHoldWhat(large);
    }

    private static byte[] Seal(byte[] record)
    {
        var checksum = uint.MaxValue;
        var content = record.AsSpan(0, record.Length - sizeof(uint));
        while (content.Length >= sizeof(ulong))
        {
            checksum = BitOperations.Crc32C(checksum, BinaryPrimitives.ReadUInt64LittleEndian(content));
            content = content[sizeof(ulong)..];
        }

        foreach (var one in content)
            checksum = BitOperations.Crc32C(checksum, one);
        BinaryPrimitives.WriteUInt32LittleEndian(record.AsSpan(record.Length - sizeof(uint)), checksum);
        return record;
    }
}
