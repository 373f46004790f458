-- One row: who the bot is, as READY said. A session that is resumed after a restart has no READY of its own.
CREATE TABLE self (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    account TEXT NOT NULL, -- Discord's user object
    application TEXT NOT NULL -- Discord's application object, as far as READY has it
);
