using System.Collections.Concurrent;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace Vexera.Sandbox.Chat;

/// <summary>Keeps the web server's keys in memory, so that it leaves no file behind.</summary>
public sealed class MemoryKeys : IXmlRepository
{
    private readonly ConcurrentQueue<XElement> _keys = new();

    /// <inheritdoc/>
    public IReadOnlyCollection<XElement> GetAllElements() => [.. _keys.Select(k => new XElement(k))];

    /// <inheritdoc/>
    public void StoreElement(XElement element, string friendlyName) => _keys.Enqueue(new XElement(element));
}
