namespace Vexera.Core.State;

/// <summary>For the owner: what is kept in memory of the guilds.</summary>
internal interface IGuildCacheControl
{
    /// <summary>Empties the cache, at any moment. What is asked for next is read from the database; nothing is lost.</summary>
    /// <returns>How many guilds' states were in it, about.</returns>
    int Purge();
}
