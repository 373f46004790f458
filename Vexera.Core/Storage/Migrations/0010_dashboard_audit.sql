-- What was done on the operator's dashboard; the last thousand entries.
CREATE TABLE dashboard_audit (
    id BIGINT NOT NULL PRIMARY KEY, -- in the order they came
    at BIGINT NOT NULL, -- Unix time in milliseconds
    who TEXT NOT NULL, -- for people
    place TEXT NOT NULL, -- the address that it came from
    action TEXT NOT NULL, -- for people
    outcome TEXT NOT NULL -- for people
);
