namespace Vexera.Benchmarks.Contenders;

/// <summary>What a contender used from one moment to another.</summary>
/// <param name="WallSeconds">Time on the clock.</param>
/// <param name="CpuSeconds">Processor time of all its threads.</param>
/// <param name="AllocatedBytes">Bytes allocated on the managed heap.</param>
/// <param name="Gen0">Collections of generation 0 and above.</param>
/// <param name="Gen2">Collections of the whole heap.</param>
internal sealed record Usage(double WallSeconds, double CpuSeconds, double AllocatedBytes, int Gen0, int Gen2);

/// <summary>A boot that is over.</summary>
/// <param name="Usage">What it used, from the order on.</param>
/// <param name="SinceIdentify">Seconds from the first IDENTIFY on: what came before is asking for the gateway's address, and the like.</param>
internal sealed record BootAnswer(Usage Usage, double SinceIdentify);

/// <summary>Look-ups of guilds, as a contender that looks up the guild of each message counts them.</summary>
/// <param name="Found">Those that found the guild with the message's channel in it.</param>
/// <param name="Failed">The others.</param>
/// <param name="Reads">Guilds that were read from the database.</param>
/// <param name="Fetches">Guilds that were asked of Discord's HTTP API.</param>
internal sealed record LookUps(long Found, long Failed, long Reads, long Fetches);

/// <summary>From events read to their handlers started, of one while.</summary>
/// <param name="Messages">How many.</param>
/// <param name="P50">The delay that half of them did not exceed, in milliseconds.</param>
/// <param name="P99">The delay that 99 of 100 did not exceed, in milliseconds.</param>
/// <param name="Longest">The longest, in milliseconds.</param>
internal sealed record DelayFigures(long Messages, double P50, double P99, double Longest);

/// <summary>What became of a contender while somebody recorded into its meters.</summary>
/// <param name="RecordingsPerSecond">Recordings.</param>
/// <param name="EventsPerSecond">Messages that reached the handler.</param>
/// <param name="HeapGrownBytes">By how much what is in use of the managed heap grew; less than 0 when it shrank.</param>
/// <param name="DnsQueries">Questions put to the resolver.</param>
/// <param name="Failures">Attempts to send meters that failed.</param>
/// <param name="Seconds">How long it took.</param>
internal sealed record StormFigures(
    double RecordingsPerSecond, double EventsPerSecond, long HeapGrownBytes, long DnsQueries, long Failures, double Seconds);

/// <summary>What a contender has seen so far.</summary>
/// <param name="ReadyShards">Shards that receive events.</param>
/// <param name="Messages">Messages that reached the handler.</param>
/// <param name="Distinct">Different numbers among them.</param>
/// <param name="Doubled">Messages whose number had come before.</param>
/// <param name="Identifies">IDENTIFYs sent.</param>
/// <param name="Resumes">RESUMEs sent.</param>
/// <param name="DnsQueries">Questions put to the resolver.</param>
/// <param name="DnsTooSoon">Those that came within the freshness period of the question before about the same name.</param>
internal sealed record Look(int ReadyShards, long Messages, long Distinct, long Doubled, long Identifies, long Resumes, int DnsQueries, int DnsTooSoon);
