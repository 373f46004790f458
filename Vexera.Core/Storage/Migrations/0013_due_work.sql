-- What is to be done at an instant: one row for each work that waits, is with a handler or is to be tried again.
CREATE TABLE due_work (
    kind TEXT NOT NULL, -- whose work: a handler's kind
    work_key TEXT NOT NULL, -- what it is about; with the kind its identity
    payload TEXT NOT NULL, -- what the handler needs, in its own format
    due_at BIGINT NOT NULL, -- times are Unix milliseconds by this machine's clock
    next_at BIGINT NOT NULL, -- when it is handed out: due_at, later after an attempt that failed
    attempts BIGINT NOT NULL, -- how often it was handed out
    claim BIGINT NOT NULL, -- 0 while it waits, else the number under which the process that has this database handed it out
    PRIMARY KEY (kind, work_key)
);

CREATE INDEX due_work_waiting ON due_work (kind, next_at) WHERE claim = 0;
CREATE INDEX due_work_claimed ON due_work (claim) WHERE claim <> 0;
