using CsCheck;
using Vexera.Core.Gateway.Protocol;

namespace Vexera.Tests.Gateway.Protocol;

public sealed class CloseCodesTests
{
    [Theory]
    [InlineData(null, nameof(CloseVerdict.Resume))]
    [InlineData(1000, nameof(CloseVerdict.Identify))]
    [InlineData(1001, nameof(CloseVerdict.Resume))]
    [InlineData(1006, nameof(CloseVerdict.Resume))]
    [InlineData(1011, nameof(CloseVerdict.Resume))]
    [InlineData(1012, nameof(CloseVerdict.Resume))]
    [InlineData(4000, nameof(CloseVerdict.Resume))]
    [InlineData(4001, nameof(CloseVerdict.Resume))]
    [InlineData(4002, nameof(CloseVerdict.Resume))]
    [InlineData(4003, nameof(CloseVerdict.Identify))]
    [InlineData(4004, nameof(CloseVerdict.Stop))]
    [InlineData(4005, nameof(CloseVerdict.Resume))]
    [InlineData(4006, nameof(CloseVerdict.Identify))]
    [InlineData(4007, nameof(CloseVerdict.Identify))]
    [InlineData(4008, nameof(CloseVerdict.Resume))]
    [InlineData(4009, nameof(CloseVerdict.Identify))]
    [InlineData(4010, nameof(CloseVerdict.Stop))]
    [InlineData(4011, nameof(CloseVerdict.Stop))]
    [InlineData(4012, nameof(CloseVerdict.Stop))]
    [InlineData(4013, nameof(CloseVerdict.Stop))]
    [InlineData(4014, nameof(CloseVerdict.Stop))]
    public void VerdictOn_KnownCode_FollowsTheTable(int? code, string verdict) =>
        CloseCodes.VerdictOn(code).ToString().ShouldBe(verdict);

    [Fact]
    public void VerdictOn_UnknownCode_Resumes() =>
        Gen.Int[4015, 4999].Sample(code => CloseCodes.VerdictOn(code) == CloseVerdict.Resume);
}
