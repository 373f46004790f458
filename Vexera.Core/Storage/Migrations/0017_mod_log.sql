-- How often a case changed since its message in the mod log was brought up to date; 0 for not at all.
ALTER TABLE moderation_cases ADD COLUMN log_due BIGINT NOT NULL DEFAULT 1;
-- The first of the cases that share a message; null before it is decided.
ALTER TABLE moderation_cases ADD COLUMN log_group BIGINT;

CREATE INDEX moderation_cases_log_due ON moderation_cases (guild_id, number) WHERE log_due > 0;
CREATE INDEX moderation_cases_log_group ON moderation_cases (guild_id, log_group);
