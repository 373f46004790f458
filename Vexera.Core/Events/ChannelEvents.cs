using Vexera.Core.Discord;
using Vexera.Core.Discord.Entities;

namespace Vexera.Core.Events;

/// <summary>CHANNEL_CREATE: a channel was made.</summary>
/// <param name="Channel">The channel with its guild.</param>
internal sealed record ChannelCreateEvent(Channel Channel);

/// <summary>CHANNEL_UPDATE: a channel or its overwrites changed.</summary>
/// <param name="Channel">The channel with its guild.</param>
internal sealed record ChannelUpdateEvent(Channel Channel);

/// <summary>CHANNEL_DELETE: a channel was deleted, and its threads with it.</summary>
/// <param name="Channel">The channel with its guild.</param>
internal sealed record ChannelDeleteEvent(Channel Channel);

/// <summary>THREAD_CREATE: a thread was made, or the bot was added to it.</summary>
/// <param name="Thread">The thread with its guild.</param>
internal sealed record ThreadCreateEvent(Channel Thread);

/// <summary>THREAD_UPDATE: a thread changed; an archived one is no longer active.</summary>
/// <param name="Thread">The thread with its guild.</param>
internal sealed record ThreadUpdateEvent(Channel Thread);

/// <summary>THREAD_DELETE: a thread was deleted.</summary>
/// <param name="Id">The thread.</param>
/// <param name="GuildId">Its guild.</param>
/// <param name="ParentId">Its channel.</param>
internal sealed record ThreadDeleteEvent(Snowflake Id, Snowflake GuildId, Snowflake? ParentId = null);

/// <summary>THREAD_LIST_SYNC: the bot came to see channels, and these are their active threads.</summary>
/// <param name="GuildId">The guild.</param>
/// <param name="Threads">All active threads of those channels that the bot can see.</param>
/// <param name="ChannelIds">The channels; null for the whole guild.</param>
internal sealed record ThreadListSyncEvent(Snowflake GuildId, IReadOnlyList<Channel> Threads, IReadOnlyList<Snowflake>? ChannelIds = null);
