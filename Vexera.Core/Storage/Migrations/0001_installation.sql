-- One row: when this database first came to be. What is older than it belongs to a bot that ran before, on another database.
CREATE TABLE installation (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    created_at BIGINT NOT NULL -- Unix time in milliseconds
);
