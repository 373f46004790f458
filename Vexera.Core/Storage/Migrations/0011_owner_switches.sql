-- What the bot's owner has switched while it ran, on top of the settings; one row for each switch that was ever used.
CREATE TABLE owner_switches (
    kind TEXT NOT NULL, -- module, command
    name TEXT NOT NULL,
    is_on BIGINT NOT NULL, -- 0 or 1
    set_at BIGINT NOT NULL, -- Unix time in milliseconds
    set_by TEXT NOT NULL, -- who, for people
    PRIMARY KEY (kind, name)
);
