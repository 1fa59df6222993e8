-- A batch shows how many of its lines posting would refuse. Finding that out anew for every line whenever one line changes would
-- make the last of ten thousand lines slow to type, so each line keeps what was found when it was saved.
ALTER TABLE journal_line
    ADD COLUMN issues jsonb NOT NULL DEFAULT '[]',
    ADD COLUMN error_count integer NOT NULL DEFAULT 0,
    ADD COLUMN warning_count integer NOT NULL DEFAULT 0;
COMMENT ON COLUMN journal_line.issues IS 'Field, code, severity and values of each issue; posting checks again.';
