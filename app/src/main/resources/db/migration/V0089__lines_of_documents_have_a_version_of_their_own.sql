-- Two people who change different lines of one document do not stand in each other's way; who changes the same line second is told whose change
-- came first. The database counts, because lines are written by the editor, by posting and by corrections alike.
ALTER TABLE document_line
    ADD COLUMN version integer NOT NULL DEFAULT 1,
    ADD COLUMN changed_by text NOT NULL DEFAULT '',
    ADD COLUMN changed_at timestamptz NOT NULL DEFAULT now();

CREATE FUNCTION count_change_of_line() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.version := CASE TG_OP WHEN 'UPDATE' THEN OLD.version + 1 ELSE 1 END;
    NEW.changed_by := coalesce((SELECT changed_by FROM document_header WHERE id = NEW.document_header_id), '');
    NEW.changed_at := now();
    RETURN NEW;
END
$$;
CREATE TRIGGER count_new BEFORE INSERT ON document_line FOR EACH ROW EXECUTE FUNCTION count_change_of_line();
CREATE TRIGGER count_change BEFORE UPDATE ON document_line FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*) EXECUTE FUNCTION count_change_of_line();
