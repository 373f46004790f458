-- Permission nodes that a guild allows or denies; a node that is neutral has no row.
CREATE TABLE permission_nodes (
    guild_id BIGINT NOT NULL,
    tier TEXT NOT NULL, -- everyone, role, user
    subject_id BIGINT NOT NULL, -- the role or user; for everyone the guild
    node TEXT NOT NULL, -- basics.ping, basics.*, *
    effect TEXT NOT NULL, -- allow, deny
    set_by BIGINT NOT NULL, -- the user who set it
    set_at BIGINT NOT NULL, -- Unix time in milliseconds
    PRIMARY KEY (guild_id, tier, subject_id, node)
);
