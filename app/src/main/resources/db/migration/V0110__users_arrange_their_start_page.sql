-- Everybody begins the day with other cards: their order, and those that somebody does without, are kept for each user.
CREATE TABLE start_arrangement (
    login varchar(50) PRIMARY KEY,
    cards text[] NOT NULL,
    hidden text[] NOT NULL
);
COMMENT ON COLUMN start_arrangement.cards IS 'Names of cards in their order; cards that are not named stand behind in the order of the program.';
CREATE INDEX ON journal_line (journal_batch_id, item_no);
