-- One row: the IDENTIFYs that were taken of the day's budget, so that a bot that starts again and again does not use it up.
CREATE TABLE identify_budget (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    taken BIGINT NOT NULL,
    total BIGINT NOT NULL,
    renews_at BIGINT NOT NULL -- Unix time in milliseconds, by this machine's clock
);
