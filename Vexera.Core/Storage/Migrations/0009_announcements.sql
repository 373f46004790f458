-- What was announced: one row for each message in the announcement channel, an incident with all its updates being one.
CREATE TABLE announcements (
    number BIGINT NOT NULL PRIMARY KEY, -- 1, 2, 3…
    kind TEXT NOT NULL, -- announcement, incident
    written BIGINT NOT NULL, -- how many entries it has
    resolved_at BIGINT, -- an incident that is over; times are Unix milliseconds by this machine's clock
    channel_id BIGINT, -- where it is or was about to be posted
    claimed_at BIGINT, -- set before it is posted, cleared when it is known whether it was
    claimed_text TEXT, -- what was about to be posted then
    message_id BIGINT, -- the message, once it is posted
    shown BIGINT NOT NULL, -- how many entries the message shows
    published_at BIGINT, -- when following servers got it
    problem TEXT NOT NULL, -- what stood in the way last: a name of AnnouncementProblem
    detail TEXT, -- what Discord said about it
    tries BIGINT NOT NULL, -- how often in a row it did not work
    next_try_at BIGINT NOT NULL,
    over_at BIGINT -- nothing is tried any more
);

-- The texts of an announcement (one) or an incident (opened, updated, resolved).
CREATE TABLE announcement_entries (
    announcement BIGINT NOT NULL,
    position BIGINT NOT NULL, -- 0, 1, 2…
    kind TEXT NOT NULL, -- open, update, resolve
    written_at BIGINT NOT NULL,
    written_by TEXT NOT NULL,
    content TEXT NOT NULL,
    cause TEXT UNIQUE, -- the message or interaction that said it: one that comes again after a restart says nothing twice
    PRIMARY KEY (announcement, position)
);

-- What was published lately, since Discord allows ten an hour for a channel. A row is written before Discord is asked.
CREATE TABLE crossposts (
    channel_id BIGINT NOT NULL,
    announcement BIGINT NOT NULL,
    claimed_at BIGINT NOT NULL,
    PRIMARY KEY (channel_id, announcement)
);
