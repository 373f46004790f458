using System.Globalization;
using System.Text.Json;

namespace Vexera.Benchmarks.Contenders.Programs;

/// <summary>A contender from within: does what its standard input says until that ends.</summary>
internal sealed class ContenderProgram(TextReader input, TextWriter output)
{
    /// <summary>The command that starts one, hidden on the command line.</summary>
    public const string Command = "contender";

    /// <summary>What each answer begins with.</summary>
    public const string Mark = "contender: ";

    /// <summary>Connect, and answer with a <see cref="BootAnswer"/> when all is there.</summary>
    public const string Boot = "boot";

    /// <summary>Disconnect.</summary>
    public const string Stop = "stop";

    /// <summary>Collect the whole heap, so that what is left of the boot and of warming up is not collected while measuring.</summary>
    public const string Settle = "settle";

    /// <summary>With a number: begin to count so many messages.</summary>
    public const string Measure = "measure";

    /// <summary>Answer with the <see cref="Usage"/> when they have come.</summary>
    public const string Measured = "measured";

    /// <summary>Answer with a <see cref="Contenders.Look"/>.</summary>
    public const string Look = "look";

    /// <summary>Empty the cache of guilds, and answer with the <see cref="Contenders.LookUps"/> so far.</summary>
    public const string Purge = "purge";

    /// <summary>Answer with the <see cref="Contenders.LookUps"/> so far.</summary>
    public const string LookUps = "look-ups";

    /// <summary>With a <see cref="StuckHow"/> and seconds: measure delays, and answer with the <see cref="DelayFigures"/>.</summary>
    public const string Delays = "delays";

    /// <summary>With seconds and recordings a second: record into the meters, and answer with the <see cref="StormFigures"/>.</summary>
    public const string Storm = "storm";

    /// <summary>Runs until the input ends.</summary>
    public async Task RunAsync(ContenderSetup setup)
    {
        var messages = new MessageCounter();
        await using var contender = Create(setup, messages);
        var measuring = Task.FromResult(UsageMeter.Nothing);
        while (await input.ReadLineAsync() is { } line)
        {
            switch (line.Split(' '))
            {
                case [Boot]:
                    var meter = UsageMeter.Start();
                    var identifiedAt = await contender.BootAsync();
                    Answer(new BootAnswer(meter.Read(), TimeProvider.System.GetElapsedTime(identifiedAt).TotalSeconds));
                    break;
                case [Stop]:
                    await contender.StopAsync();
                    Answer(true);
                    break;
                case [Settle]:
                    GC.Collect();
                    GC.WaitForPendingFinalizers();
                    GC.Collect();
                    Answer(true);
                    break;
                case [Measure, var count]:
                    measuring = messages.MeasureAsync(long.Parse(count, CultureInfo.InvariantCulture));
                    Answer(true);
                    break;
                case [Measured]:
                    Answer(await measuring);
                    break;
                case [Purge]:
                    contender.Purge();
                    Answer(contender.LookUps);
                    break;
                case [LookUps]:
                    Answer(contender.LookUps);
                    break;
                case [Delays, var how, var seconds]:
                    var duration = TimeSpan.FromSeconds(int.Parse(seconds, CultureInfo.InvariantCulture));
                    Answer(await contender.Delays!.MeasureAsync(Enum.Parse<StuckHow>(how), duration));
                    break;
                case [Storm, var length, var perSecond]:
                    Answer(await contender.Storm!.RageAsync(
                        int.Parse(length, CultureInfo.InvariantCulture), long.Parse(perSecond, CultureInfo.InvariantCulture)));
                    break;
                case [Look]:
                    Answer(contender.Look());
                    break;
            }
        }
    }

    private static IContender Create(ContenderSetup setup, MessageCounter messages) => setup.Kind switch
    {
        ContenderKind.Frames => new BareContender(setup, new FrameCounter(messages)),
        ContenderKind.Typed => new BareContender(setup, new TypedReader(messages)),
        ContenderKind.Vexera => new RoomsContender(setup, messages),
        _ => new BotContender(setup, messages),
    };

    private void Answer<T>(T answer)
    {
        output.WriteLine(Mark + JsonSerializer.Serialize(answer));
        output.Flush();
    }
}
