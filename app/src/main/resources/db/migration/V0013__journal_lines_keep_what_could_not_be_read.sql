-- Pasting and importing lose nothing: a value that is no date, no number or too long for its field stays as typed beside the field
-- until somebody mends it, and posting refuses the line meanwhile.
ALTER TABLE journal_line ADD COLUMN raw_input jsonb NOT NULL DEFAULT '{}';
COMMENT ON COLUMN journal_line.raw_input IS 'Field name to text as typed, only for fields that could not be read.';
