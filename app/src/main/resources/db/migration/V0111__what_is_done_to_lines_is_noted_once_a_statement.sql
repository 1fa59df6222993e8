-- An order of a thousand lines asked a thousand times whether its deed was noted already. Lines are now looked at as the set that a statement writes.
DROP TRIGGER note_new ON document_line;
DROP TRIGGER note_removal ON document_line;
DROP TRIGGER note_change ON document_line;
DROP FUNCTION note_line();

CREATE FUNCTION note_lines() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    done document_deed := TG_ARGV[0];
BEGIN
    INSERT INTO document_activity (document_kind, document_no, deed, login, line_position, changed_values)
    SELECT h.kind, h.no, done, h.changed_by,
        (SELECT count(*) FROM document_line l WHERE l.document_header_id = h.id AND l.line_no <= first.line_no) + CASE done WHEN 'LINE_REMOVED' THEN 1 ELSE 0 END,
        jsonb_build_object('description', first.description)
    FROM (SELECT DISTINCT ON (w.document_header_id) w.document_header_id, w.line_no, w.description FROM written w ORDER BY w.document_header_id, w.line_no) AS first
    JOIN document_header h ON h.id = first.document_header_id
    WHERE NOT EXISTS (SELECT FROM document_activity a
        WHERE a.document_kind = h.kind AND a.document_no = h.no AND a.happened_at = now() AND a.deed IN ('CREATED', done));
    RETURN NULL;
END
$$;
CREATE TRIGGER note_new AFTER INSERT ON document_line REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION note_lines('LINE_ADDED');
CREATE TRIGGER note_removal AFTER DELETE ON document_line REFERENCING OLD TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION note_lines('LINE_REMOVED');

-- What a posting moves on is told by what is posted.
CREATE FUNCTION note_changed_lines() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO document_activity (document_kind, document_no, deed, login, line_position, changed_values)
    SELECT h.kind, h.no, 'LINE_CHANGED', h.changed_by,
        (SELECT count(*) FROM document_line l WHERE l.document_header_id = h.id AND l.line_no <= first.line_no), changed_values(first.before, first.after)
    FROM (
        SELECT DISTINCT ON (n.document_header_id) n.document_header_id, n.line_no, to_jsonb(o) AS before, to_jsonb(n) AS after
        FROM new_lines n JOIN old_lines o ON o.id = n.id
        WHERE o IS DISTINCT FROM n AND o.quantity_handled = n.quantity_handled AND o.quantity_invoiced = n.quantity_invoiced
        ORDER BY n.document_header_id, n.line_no) AS first
    JOIN document_header h ON h.id = first.document_header_id
    WHERE NOT EXISTS (SELECT FROM document_activity a
        WHERE a.document_kind = h.kind AND a.document_no = h.no AND a.happened_at = now() AND a.deed IN ('CREATED', 'LINE_CHANGED'));
    RETURN NULL;
END
$$;
CREATE TRIGGER note_change AFTER UPDATE ON document_line REFERENCING OLD TABLE AS old_lines NEW TABLE AS new_lines
    FOR EACH STATEMENT EXECUTE FUNCTION note_changed_lines();
