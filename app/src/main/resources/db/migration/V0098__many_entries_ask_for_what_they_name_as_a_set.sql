-- Entries of one posting name entries whose numbers lie close together. Where they do, these are read in one scan and compared, which
-- takes a fifth of the time of a probe for each; where the numbers are scattered, or few, each is still looked up: a join that can
-- only be nested, whatever the settings.

-- Whether reading all numbers between two of them is less work than looking up so many.
CREATE FUNCTION lie_close_together(first_no bigint, last_no bigint, how_many bigint) RETURNS boolean LANGUAGE sql IMMUTABLE
RETURN how_many >= 100 AND last_no - first_no < 4 * how_many;

CREATE OR REPLACE FUNCTION check_value_entries() RETURNS trigger LANGUAGE plpgsql
    SET enable_seqscan = off SET enable_nestloop = off SET enable_mergejoin = off SET enable_hashjoin = on AS $$
DECLARE
    own record;
BEGIN
    PERFORM refuse_unknown('value_entry', 'item_register', used.no)
    FROM (SELECT DISTINCT item_register_no AS no FROM inserted) AS used
    LEFT JOIN LATERAL (SELECT r.no FROM item_register r WHERE r.no = used.no OFFSET 0) AS known ON true WHERE known.no IS NULL;
    SELECT min(item_ledger_entry_no) AS first_no, max(item_ledger_entry_no) AS last_no, count(*) AS entries INTO own FROM inserted;
    IF lie_close_together(own.first_no, own.last_no, own.entries) THEN
        PERFORM refuse_unknown('value_entry', 'item_ledger_entry', v.item_ledger_entry_no) FROM inserted AS v
        LEFT JOIN (
            SELECT e.item_id, e.entry_no FROM item_ledger_entry e
            WHERE e.entry_no BETWEEN own.first_no AND own.last_no ORDER BY e.entry_no OFFSET 0) AS known
        ON known.item_id = v.item_id AND known.entry_no = v.item_ledger_entry_no
        WHERE known.entry_no IS NULL;
    ELSE
        PERFORM refuse_unknown('value_entry', 'item_ledger_entry', v.item_ledger_entry_no) FROM inserted AS v
        LEFT JOIN LATERAL (
            SELECT e.entry_no FROM item_ledger_entry e
            WHERE e.item_id = v.item_id AND e.entry_no = v.item_ledger_entry_no OFFSET 0) AS known ON true
        WHERE known.entry_no IS NULL;
    END IF;
    PERFORM refuse_unknown('value_entry', 'item_charge', used.id)
    FROM (SELECT DISTINCT item_charge_id AS id FROM inserted WHERE item_charge_id IS NOT NULL) AS used
    LEFT JOIN LATERAL (SELECT c.id FROM item_charge c WHERE c.id = used.id FOR KEY SHARE) AS known ON true WHERE known.id IS NULL;
    RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION check_gl_entry_value_entries() RETURNS trigger LANGUAGE plpgsql
    SET enable_seqscan = off SET enable_nestloop = off SET enable_mergejoin = off SET enable_hashjoin = on AS $$
DECLARE
    own record;
BEGIN
    SELECT min(gl_entry_no) AS first_gl_no, max(gl_entry_no) AS last_gl_no, min(value_entry_no) AS first_no, max(value_entry_no) AS last_no,
        count(*) AS relations
    INTO own FROM inserted;
    IF own.last_gl_no - own.first_gl_no + 1 <> (SELECT count(*) FROM gl_entry WHERE entry_no BETWEEN own.first_gl_no AND own.last_gl_no) THEN
        PERFORM refuse_unknown('gl_entry_value_entry', 'gl_entry', r.gl_entry_no) FROM inserted AS r
        LEFT JOIN LATERAL (SELECT g.entry_no FROM gl_entry g WHERE g.entry_no = r.gl_entry_no OFFSET 0) AS known ON true
        WHERE known.entry_no IS NULL;
    END IF;
    IF lie_close_together(own.first_no, own.last_no, own.relations) THEN
        PERFORM refuse_unknown('gl_entry_value_entry', 'value_entry', r.value_entry_no) FROM inserted AS r
        LEFT JOIN (
            SELECT v.item_id, v.item_ledger_entry_no, v.entry_no FROM value_entry v
            WHERE v.entry_no BETWEEN own.first_no AND own.last_no ORDER BY v.entry_no OFFSET 0) AS known
        ON known.item_id = r.item_id AND known.item_ledger_entry_no = r.item_ledger_entry_no AND known.entry_no = r.value_entry_no
        WHERE known.entry_no IS NULL;
    ELSE
        PERFORM refuse_unknown('gl_entry_value_entry', 'value_entry', r.value_entry_no)
        FROM (SELECT DISTINCT item_id, item_ledger_entry_no, value_entry_no FROM inserted) AS r
        LEFT JOIN LATERAL (
            SELECT v.entry_no FROM value_entry v
            WHERE v.item_id = r.item_id AND v.item_ledger_entry_no = r.item_ledger_entry_no AND v.entry_no = r.value_entry_no
            OFFSET 0) AS known ON true
        WHERE known.entry_no IS NULL;
    END IF;
    RETURN NULL;
END $$;
