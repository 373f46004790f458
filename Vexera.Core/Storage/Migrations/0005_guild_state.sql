-- The guilds the bot is in, with what is known of each in the form of GuildRecord; an empty record is known to be wanting.
CREATE TABLE guild_states (
    guild_id BIGINT NOT NULL PRIMARY KEY,
    member_count BIGINT NOT NULL,
    available BIGINT NOT NULL, -- 0 during an outage of the guild
    record BLOB NOT NULL
);

-- The list of guilds is read at every start, without their records.
CREATE INDEX guild_states_known ON guild_states (guild_id, member_count, available);

-- Sessions with Discord, written in the same transaction as the guilds that their events changed.
CREATE TABLE sessions (
    shard_id BIGINT NOT NULL,
    shard_count BIGINT NOT NULL,
    session_id TEXT NOT NULL,
    resume_url TEXT, -- NULL: the main address
    sequence BIGINT NOT NULL, -- the last event that is in guild_states and was handled, with all before it
    handled BLOB NOT NULL, -- later events that were handled, in the form of HandledWindow
    PRIMARY KEY (shard_id, shard_count)
);
