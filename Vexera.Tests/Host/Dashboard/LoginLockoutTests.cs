using System.Net;
using Microsoft.Extensions.Time.Testing;
using Vexera.Host.Dashboard.Security;

namespace Vexera.Tests.Host.Dashboard;

/// <summary>Who fails again and again is locked out, for longer each time.</summary>
public sealed class LoginLockoutTests
{
    private static readonly IPAddress One = IPAddress.Parse("192.0.2.1");
    private readonly FakeTimeProvider _time = new();
    private readonly LoginLockout _lockout;

    public LoginLockoutTests() => _lockout = new LoginLockout(_time);

    [Fact]
    public void Fail_AgainAndAgain_DoublesUpToAnHour()
    {
        for (var failure = 1; failure < LoginLockout.Allowed; failure++)
            _lockout.Fail(One).ShouldBeNull();

        double[] seconds = [30, 60, 120, 240, 480, 960, 1920, 3600, 3600];
        foreach (var expected in seconds)
        {
            var until = _lockout.Fail(One).ShouldNotBeNull();
            (until - _time.GetUtcNow()).TotalSeconds.ShouldBe(expected);
            _lockout.LockedUntil(One).ShouldBe(until);
            _time.SetUtcNow(until);
            _lockout.LockedUntil(One).ShouldBeNull();
        }
    }

    [Fact]
    public void LockedUntil_ClockSetBack_LastsNoLonger()
    {
        var clock = new Vexera.Tests.Support.JumpingClock(_time);
        var lockout = new LoginLockout(clock);
        for (var failure = 1; failure <= LoginLockout.Allowed; failure++)
            lockout.Fail(One);

        clock.Offset = TimeSpan.FromHours(-2);
        (lockout.LockedUntil(One) - clock.GetUtcNow()).ShouldBe(TimeSpan.FromSeconds(30));
        _time.Advance(TimeSpan.FromSeconds(30));

        lockout.LockedUntil(One).ShouldBeNull();
    }

    [Fact]
    public void Succeed_Always_ForgetsTheFailures()
    {
        for (var failure = 1; failure < LoginLockout.Allowed; failure++)
            _lockout.Fail(One);
        _lockout.Succeed(One);

        _lockout.Fail(One).ShouldBeNull();
    }

    [Fact]
    public void Fail_FromOneIpv6Network_CountsTogether()
    {
        for (var host = 1; host < LoginLockout.Allowed; host++)
            _lockout.Fail(IPAddress.Parse($"2001:db8:1:2::{host}"));

        _lockout.Fail(IPAddress.Parse("2001:db8:1:2:ffff::1")).ShouldNotBeNull();
        _lockout.LockedUntil(IPAddress.Parse("2001:db8:1:3::1")).ShouldBeNull();
        _lockout.LockedUntil(One).ShouldBeNull();
    }

    [Fact]
    public void Fail_FromMoreAddressesThanAreKept_ForgetsTheOldest()
    {
        for (var failure = 0; failure < LoginLockout.Allowed; failure++)
            _lockout.Fail(One);
        for (var number = 0; number < LoginLockout.Most; number++)
            _lockout.Fail(new IPAddress(0x0A000000 + number));

        _lockout.LockedUntil(One).ShouldBeNull();
    }
}
