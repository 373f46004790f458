-- What a user has set for themselves, one row for each setting.
CREATE TABLE user_settings (
    user_id BIGINT NOT NULL,
    name TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (user_id, name)
);
