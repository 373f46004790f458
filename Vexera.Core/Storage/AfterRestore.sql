-- What a database that was brought back from a backup must not go on with as if nothing had happened since.

-- Guilds that joined after the backup may have been thanked already, which it does not know: it begins anew here.
UPDATE installation SET created_at = @now;
DELETE FROM thanks_baseline;

-- Sessions that went on after the backup would replay what was handled since.
DELETE FROM sessions;
