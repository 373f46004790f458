-- What is kept of each of the last 1500 minutes: a ring, the row of a minute is written over 1500 minutes later.
CREATE TABLE sample_minutes (
    slot BIGINT NOT NULL PRIMARY KEY, -- minutes since 1970 modulo 1500
    at BIGINT NOT NULL, -- Unix time in milliseconds when the minute began
    samples BLOB NOT NULL -- in the form of HistoryMinute
);

-- Marks on the time axis; of each kind the last hundred.
CREATE TABLE marks (
    at BIGINT NOT NULL, -- Unix time in milliseconds
    kind TEXT NOT NULL, -- Start, Deploy, Incident, Resolved
    text TEXT NOT NULL,
    PRIMARY KEY (at, kind)
);

-- Alerts, firing and past; of those past the last five hundred.
CREATE TABLE alerts (
    rule TEXT NOT NULL,
    since BIGINT NOT NULL, -- Unix time in milliseconds
    severity TEXT NOT NULL, -- Notice, Warning, Critical
    resolved_at BIGINT, -- NULL while it fires
    value DOUBLE PRECISION NOT NULL,
    threshold DOUBLE PRECISION NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (rule, since)
);

-- The messages in which alerts were told, until all alerts of a message are resolved there.
CREATE TABLE alert_messages (
    place TEXT NOT NULL, -- channel or webhook, with its id
    message_id BIGINT NOT NULL,
    rule TEXT NOT NULL,
    since BIGINT NOT NULL,
    PRIMARY KEY (place, message_id, rule, since)
);
