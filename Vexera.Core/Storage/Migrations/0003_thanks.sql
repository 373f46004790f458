-- Guilds to which "Thanks for adding me" was said, or to which it is never to be said; one row for each, for ever.
CREATE TABLE thanks (
    guild_id BIGINT NOT NULL PRIMARY KEY,
    outcome TEXT NOT NULL, -- known, claimed, said, no_channel, refused, unreachable
    channel_id BIGINT, -- where it was to be said
    decided_at BIGINT NOT NULL -- Unix time in milliseconds, by this machine's clock
);

-- One row: guilds that the bot joined up to this instant of Discord's clock are known and never thanked.
CREATE TABLE thanks_baseline (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    joined_until BIGINT NOT NULL -- Unix time in milliseconds
);
