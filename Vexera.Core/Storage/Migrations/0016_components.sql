-- Long answers in pages, so that their buttons work after a restart too; those that are over are deleted when new ones come.
CREATE TABLE reply_pages (
    cause BIGINT NOT NULL PRIMARY KEY, -- the message or interaction that was answered
    caller BIGINT NOT NULL, -- whose answer it is
    body TEXT NOT NULL, -- the pages as JSON
    expires_at BIGINT NOT NULL -- times are Unix milliseconds by this machine's clock
);

CREATE INDEX reply_pages_by_expiry ON reply_pages (expires_at);

-- Questions before something is done, until they expire.
CREATE TABLE confirmations (
    cause BIGINT NOT NULL PRIMARY KEY, -- the message or interaction that called the command
    command TEXT NOT NULL, -- its full name
    payload TEXT NOT NULL, -- what is to be done, in the command's own format
    form BIGINT NOT NULL, -- 0: by prefix, 1: by slash
    prefix TEXT NOT NULL,
    culture TEXT NOT NULL, -- the language of the question
    channel_id BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    answered_by BIGINT, -- the interaction that answered it
    done BIGINT NOT NULL, -- 1: what it asked for has ended
    message_id BIGINT, -- the question, where it is a message of its own
    application_id BIGINT, -- with token: the question, where it is the answer to an interaction
    token TEXT -- works for 15 minutes, and is cleared before that
);
