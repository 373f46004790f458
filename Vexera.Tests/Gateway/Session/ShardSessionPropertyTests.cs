using CsCheck;
using Vexera.Core.Gateway.Session;
using Vexera.Core.Shards;

namespace Vexera.Tests.Gateway.Session;

/// <summary>Whatever happens, in whatever order: what must never happen.</summary>
public sealed class ShardSessionPropertyTests
{
    private static readonly Gen<(int Input, int Milliseconds, double Jitter, int Number)[]> Stories =
        Gen.Select(Gen.Int[0, 15], Gen.Frequency((5, Gen.Int[0, 50]), (2, Gen.Int[0, 90_000])), Gen.Double[0, 0.9999], Gen.Int[0, 40]).Array[1, 400];

    [Fact]
    public void AnyStory_Always_KeepsTheRules() => Stories.Sample(Play, iter: 3000);

    private static void Play((int Input, int Milliseconds, double Jitter, int Number)[] story)
    {
        var now = TimeSpan.Zero;
        var session = new ShardSession(new(), SessionScript.Main);
        var rules = new Rules(session);
        rules.Check(session.Start(), now);
        foreach (var (input, milliseconds, jitter, number) in story)
        {
            now += TimeSpan.FromMilliseconds(milliseconds);
            var at = new Moment(now, jitter);
            switch (input)
            {
                case 0 when rules.Dialing:
                    rules.Connected();
                    rules.Check(session.OnConnected(at), now);
                    break;
                case 1:
                    rules.Check(session.OnConnectFailed(at, ""), now);
                    break;
                case 2:
                    rules.Hello();
                    rules.Check(session.OnHello(at, TimeSpan.FromMilliseconds(10 + (number * 1000))), now);
                    break;
                case 3:
                    rules.Permitted(session.OnPermit(at), now);
                    break;
                case 4:
                    rules.Check(session.OnHeartbeatRequest(at), now);
                    break;
                case 5:
                    rules.Check(session.OnHeartbeatAck(at), now);
                    break;
                case 6:
                    rules.Check(session.OnReconnect(at), now);
                    break;
                case 7:
                    rules.Check(session.OnInvalidSession(at, number % 2 == 0), now);
                    break;
                case 8:
                    rules.Began(session.OnReady(at, 1, $"s{number}", number % 3 == 0 ? null : SessionScript.Resume), $"s{number}");
                    break;
                case 9:
                    rules.Saw(session.OnResumed(at, number), number);
                    break;
                case 10 or 11:
                    rules.Saw(session.OnDispatch(now, number), number);
                    break;
                case 12:
                    rules.Check(session.OnClosed(at, number switch { < 20 => null, < 30 => 4009, < 40 => 4000, _ => 4004 }, ""), now);
                    break;
                case 13:
                    rules.Check(session.OnBroken(at, ""), now);
                    rules.Check(session.OnUnreadable(at, ""), now);
                    break;
                default:
                    rules.Check(session.OnTime(at, number > 35), now);
                    break;
            }

            rules.After(now);
        }
    }

    /// <summary>Watches what the session asks for.</summary>
    private sealed class Rules(ShardSession session)
    {
        private readonly List<TimeSpan> _sent = [];
        private bool _connected;
        private bool _greeted;
        private string? _sessionId;
        private long _sequence;

        public bool Dialing { get; private set; }

        public void Connected()
        {
            Dialing = false;
            _connected = true;
            _greeted = false;
            _sent.Clear();
        }

        public void Hello() => _greeted = _connected;

        public void Permitted(SessionAction? action, TimeSpan now)
        {
            if (action is null)
                return;
            action.ShouldBeOfType<SessionAction.SendIdentify>();
            session.SessionId.ShouldBeNull("nobody identifies over a session that can be resumed");
            Send(now);
        }

        public void Began(DispatchVerdict verdict, string sessionId)
        {
            if (verdict != DispatchVerdict.Pass)
                return;
            _greeted.ShouldBeTrue();
            (_sessionId, _sequence) = (sessionId, 1);
        }

        public void Saw(DispatchVerdict verdict, long sequence)
        {
            if (verdict != DispatchVerdict.Pass)
                return;
            session.SessionId.ShouldBe(_sessionId);
            sequence.ShouldBeGreaterThan(_sequence);
            _sequence = sequence;
        }

        public void Check(SessionAction? action, TimeSpan now)
        {
            switch (action)
            {
                case SessionAction.SendIdentify:
                    throw new ShouldAssertException("IDENTIFY without a permit");
                case SessionAction.SendResume resume:
                    resume.ShouldBe(new SessionAction.SendResume(_sessionId!, _sequence));
                    Send(now);
                    break;
                case SessionAction.SendHeartbeat:
                    Send(now);
                    break;
                case SessionAction.Connect:
                    _connected.ShouldBeFalse();
                    Dialing = true;
                    break;
                case SessionAction.Close close:
                    _connected.ShouldBeTrue();
                    close.Code.ShouldNotBeOneOf(1000, 1001);
                    break;
            }
        }

        public void After(TimeSpan now)
        {
            if (session.State is ShardState.BackingOff or ShardState.Stopped)
                _connected = _greeted = Dialing = false;
            if (session.State == ShardState.BackingOff)
                session.Deadline.ShouldNotBeNull().ShouldBeLessThan(now + TimeSpan.FromMinutes(1));
            if (session.State is ShardState.Resuming or ShardState.Identifying or ShardState.Ready)
                session.Deadline.ShouldNotBeNull("somebody must notice when nothing comes");
            session.SessionId?.ShouldBe(_sessionId);
        }

        private void Send(TimeSpan now)
        {
            _greeted.ShouldBeTrue("nothing is sent before HELLO");
            _sent.Add(now);
            _sent.Count(at => now - at < TimeSpan.FromSeconds(60)).ShouldBeLessThanOrEqualTo(120);
        }
    }
}
