-- Several people work on one document: who released it, who typed the invoice number, who changed a quantity. The database writes it down, because
-- documents are written by the editor, by posting, by corrections and by what makes one document of another alike. One row a transaction and kind of
-- deed: what pastes five hundred lines is one deed.
CREATE TYPE document_deed AS ENUM ('CREATED', 'CHANGED', 'LINE_ADDED', 'LINE_CHANGED', 'LINE_REMOVED', 'RELEASED', 'REOPENED', 'FILE_ADDED', 'FILE_REMOVED');
CREATE TABLE document_activity (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    document_kind document_kind NOT NULL,
    document_no varchar(20) NOT NULL,
    happened_at timestamptz NOT NULL DEFAULT now(),
    deed document_deed NOT NULL,
    login varchar(50) NOT NULL,
    line_position integer NOT NULL DEFAULT 0,
    changed_values jsonb NOT NULL DEFAULT '{}',
    UNIQUE (document_kind, document_no, happened_at, deed)
);
COMMENT ON COLUMN document_activity.line_position IS 'Of the first line concerned, as it stood in the document; 0 where the header is meant.';
COMMENT ON COLUMN document_activity.changed_values IS 'Column to its new value; of files their name.';
CREATE TRIGGER refuse_delete BEFORE DELETE ON document_activity FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON document_activity FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE FUNCTION changed_values(before jsonb, after jsonb) RETURNS jsonb LANGUAGE sql IMMUTABLE AS $$
    SELECT coalesce(jsonb_object_agg(a.key, a.value), '{}') FROM jsonb_each(after) a
    WHERE before -> a.key IS DISTINCT FROM a.value AND a.key NOT IN ('version', 'changed_by', 'changed_at', 'status')
$$;

CREATE FUNCTION note_header() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    created boolean;
    changed jsonb;
BEGIN
    IF TG_OP = 'INSERT' THEN
        INSERT INTO document_activity (document_kind, document_no, deed, login) VALUES (NEW.kind, NEW.no, 'CREATED', NEW.changed_by);
        RETURN NULL;
    END IF;
    SELECT true INTO created FROM document_activity a
    WHERE a.document_kind = NEW.kind AND a.document_no = NEW.no AND a.happened_at = now() AND a.deed = 'CREATED';
    IF created THEN
        UPDATE document_activity a SET login = NEW.changed_by
        WHERE a.document_kind = NEW.kind AND a.document_no = NEW.no AND a.happened_at = now() AND a.deed = 'CREATED' AND a.login <> NEW.changed_by;
        RETURN NULL;
    END IF;
    IF NEW.status <> OLD.status THEN
        INSERT INTO document_activity (document_kind, document_no, deed, login)
        VALUES (NEW.kind, NEW.no, CASE NEW.status WHEN 'RELEASED' THEN 'RELEASED'::document_deed ELSE 'REOPENED' END, NEW.changed_by) ON CONFLICT DO NOTHING;
    END IF;
    changed := changed_values(to_jsonb(OLD), to_jsonb(NEW));
    IF changed <> '{}' THEN
        INSERT INTO document_activity (document_kind, document_no, deed, login, changed_values) VALUES (NEW.kind, NEW.no, 'CHANGED', NEW.changed_by, changed)
        ON CONFLICT (document_kind, document_no, happened_at, deed) DO UPDATE SET changed_values = document_activity.changed_values || excluded.changed_values;
    END IF;
    RETURN NULL;
END
$$;
CREATE TRIGGER note_creation AFTER INSERT ON document_header FOR EACH ROW EXECUTE FUNCTION note_header();
CREATE TRIGGER note_change AFTER UPDATE ON document_header FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*) EXECUTE FUNCTION note_header();

-- What a posting moves on is told by what is posted; what a document was created with, by its creation.
CREATE FUNCTION note_line() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    header document_header;
    done document_deed := CASE TG_OP WHEN 'INSERT' THEN 'LINE_ADDED'::document_deed WHEN 'UPDATE' THEN 'LINE_CHANGED' ELSE 'LINE_REMOVED' END;
    line document_line;
BEGIN
    IF TG_OP = 'DELETE' THEN line := OLD; ELSE line := NEW; END IF;
    SELECT * INTO header FROM document_header h WHERE h.id = line.document_header_id;
    IF NOT FOUND OR EXISTS (SELECT FROM document_activity a WHERE a.document_kind = header.kind AND a.document_no = header.no AND a.happened_at = now()
            AND a.deed IN ('CREATED', done)) THEN
        RETURN NULL;
    END IF;
    INSERT INTO document_activity (document_kind, document_no, deed, login, line_position, changed_values)
    VALUES (header.kind, header.no, done, header.changed_by,
        (SELECT count(*) FROM document_line l WHERE l.document_header_id = header.id AND l.line_no <= line.line_no) + CASE TG_OP WHEN 'DELETE' THEN 1 ELSE 0 END,
        CASE TG_OP WHEN 'UPDATE' THEN changed_values(to_jsonb(OLD), to_jsonb(NEW)) ELSE jsonb_build_object('description', line.description) END);
    RETURN NULL;
END
$$;
CREATE TRIGGER note_new AFTER INSERT ON document_line FOR EACH ROW EXECUTE FUNCTION note_line();
CREATE TRIGGER note_removal AFTER DELETE ON document_line FOR EACH ROW EXECUTE FUNCTION note_line();
CREATE TRIGGER note_change AFTER UPDATE ON document_line FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*
    AND OLD.quantity_handled = NEW.quantity_handled AND OLD.quantity_invoiced = NEW.quantity_invoiced) EXECUTE FUNCTION note_line();
