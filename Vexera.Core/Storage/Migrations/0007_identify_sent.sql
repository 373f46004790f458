-- No IDENTIFY was sent after this instant, so that the next process keeps Discord's window too.
ALTER TABLE identify_budget ADD COLUMN sent_by BIGINT NOT NULL DEFAULT 0; -- Unix time in milliseconds, by this machine's clock
