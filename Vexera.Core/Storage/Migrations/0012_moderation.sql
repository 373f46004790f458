-- What moderators did, numbered 1, 2, 3… in each guild. A row is never removed: a deleted case is a tombstone.
CREATE TABLE moderation_cases (
    guild_id BIGINT NOT NULL,
    number BIGINT NOT NULL, -- without gaps
    type TEXT NOT NULL, -- a name of CaseType
    target_id BIGINT NOT NULL,
    target_name TEXT NOT NULL, -- as it was then
    moderator_id BIGINT, -- null when it is not known who did it
    moderator_name TEXT,
    reason TEXT,
    created_at BIGINT NOT NULL, -- times are Unix milliseconds by this machine's clock
    ends_at BIGINT, -- null for what has no end, or is over at once
    closed_at BIGINT, -- when a ban or mute ceased to hold
    closed_how TEXT, -- a name of CaseEnding
    closed_by BIGINT, -- who lifted it, where that is known
    notes BIGINT NOT NULL, -- bits of CaseNotes
    log_channel_id BIGINT, -- the message in the mod log
    log_message_id BIGINT,
    audit_entry_id BIGINT, -- the entry of Discord's audit log that it was made from
    cause_id BIGINT, -- the message or interaction that asked for it: one that comes again after a restart does nothing twice
    escalated_from BIGINT, -- the warning that set it off
    deleted_at BIGINT,
    deleted_by BIGINT,
    PRIMARY KEY (guild_id, number)
);

CREATE INDEX moderation_cases_target ON moderation_cases (guild_id, target_id, number);
CREATE UNIQUE INDEX moderation_cases_audit_entry ON moderation_cases (guild_id, audit_entry_id);
CREATE UNIQUE INDEX moderation_cases_cause ON moderation_cases (guild_id, cause_id);

-- Who is banned or muted now, as far as the bot knows. Only the case named here may end it.
CREATE TABLE moderation_punishments (
    guild_id BIGINT NOT NULL,
    user_id BIGINT NOT NULL,
    kind TEXT NOT NULL, -- ban, mute
    case_number BIGINT NOT NULL,
    ends_at BIGINT, -- null for never
    alerted BIGINT NOT NULL, -- 1 once it was said that the bot may not end or renew it
    PRIMARY KEY (guild_id, user_id, kind)
);

-- What is being asked of Discord: written before, removed in the transaction that writes the case. What an earlier process left
-- is compared with Discord, and becomes a case or is dropped.
CREATE TABLE moderation_intents (
    guild_id BIGINT NOT NULL,
    target_id BIGINT NOT NULL,
    type TEXT NOT NULL,
    target_name TEXT NOT NULL,
    moderator_id BIGINT,
    moderator_name TEXT,
    reason TEXT,
    made_at BIGINT NOT NULL,
    ends_at BIGINT,
    notes BIGINT NOT NULL,
    cause_id BIGINT,
    escalated_from BIGINT,
    PRIMARY KEY (guild_id, target_id)
);

-- How many warnings within how long lead to what.
CREATE TABLE moderation_escalations (
    guild_id BIGINT NOT NULL,
    warnings BIGINT NOT NULL,
    period TEXT NOT NULL, -- a length of time as people write it: 30d
    action TEXT NOT NULL, -- mute, kick, ban
    lasts TEXT, -- a length of time; null for ever
    PRIMARY KEY (guild_id, warnings)
);

-- Which warnings have led to something: each rule counts on from here, and acts once.
CREATE TABLE moderation_escalated (
    guild_id BIGINT NOT NULL,
    target_id BIGINT NOT NULL,
    warnings BIGINT NOT NULL, -- the rule
    case_number BIGINT NOT NULL, -- the last warning that counted
    settled BIGINT NOT NULL, -- 1 once it was acted on
    PRIMARY KEY (guild_id, target_id, warnings)
);
