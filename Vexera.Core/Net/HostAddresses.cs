using System.Net;

namespace Vexera.Core.Net;

/// <summary>What is known of a host name at one moment.</summary>
/// <param name="Known">Its addresses in the order to try them; never none.</param>
/// <param name="Newer">
/// When they are past their freshness: the question on its way, which gives newer addresses, or null when the resolver failed.
/// It never throws.
/// </param>
internal readonly record struct HostAddresses(IReadOnlyList<IPAddress> Known, Task<IReadOnlyList<IPAddress>?>? Newer = null);
