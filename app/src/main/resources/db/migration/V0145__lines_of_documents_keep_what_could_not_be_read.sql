-- Pasting and importing lose nothing in documents either: a value that cannot be read or points nowhere stays as it was typed beside the line
-- until somebody mends it, and nothing is posted of the document meanwhile.
ALTER TABLE document_line ADD COLUMN raw_input jsonb NOT NULL DEFAULT '{}';
COMMENT ON COLUMN document_line.raw_input IS 'Field name to its text as typed and the code of what is wrong with it, only for fields that could not be taken.';
