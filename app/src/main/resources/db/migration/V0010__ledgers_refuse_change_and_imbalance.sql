-- The ledgers protect themselves, whoever writes to the database: rows are never deleted, only the few fields of spec ledger 11
-- may change, and no general ledger transaction is unbalanced. The triggers name the fields that may NOT change, so an update
-- of the others costs nothing.

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% refuses %: ledger rows are never changed or removed', TG_TABLE_NAME, TG_OP
        USING ERRCODE = 'restrict_violation', HINT = 'Post an opposite entry instead.';
END $$;

DO $$
DECLARE
    ledger record;
    immutable_columns text;
BEGIN
    FOR ledger IN SELECT * FROM (VALUES
        ('item_register', '{}'::text[]),
        ('item_ledger_entry', '{remaining_quantity,is_open,invoiced_quantity,completely_invoiced,last_invoice_date,
            shipped_quantity_not_returned,applies_to_entry_no,to_adjust}'),
        ('value_entry', '{valuation_date,valued_by_average_cost,cost_posted_to_gl,expected_cost_posted_to_gl}'),
        ('value_entry_valuation_change', '{}'),
        ('item_application', '{removed_by_register_no}'),
        ('inventory_period_event', '{}'),
        ('gl_register', '{reversed}'),
        ('gl_entry', '{reversed_by_entry_no}'),
        ('gl_entry_value_entry', '{}'),
        ('vat_entry', '{closed,closed_by_entry_no,reversed_by_entry_no}'),
        ('vendor_ledger_entry', '{is_open}'),
        ('vendor_ledger_entry_detail', '{}'),
        ('customer_ledger_entry', '{is_open}'),
        ('customer_ledger_entry_detail', '{}')
    ) AS ledgers (name, mutable_columns)
    LOOP
        SELECT string_agg(quote_ident(column_name), ', ' ORDER BY ordinal_position) INTO immutable_columns
        FROM information_schema.columns
        WHERE table_schema = current_schema() AND table_name = ledger.name
            AND column_name <> ALL (ledger.mutable_columns);
        EXECUTE format('CREATE TRIGGER refuse_delete BEFORE DELETE ON %I
            FOR EACH ROW EXECUTE FUNCTION refuse_change()', ledger.name);
        EXECUTE format('CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON %I
            FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', ledger.name);
        EXECUTE format('CREATE TRIGGER refuse_update BEFORE UPDATE OF %s ON %I
            FOR EACH ROW EXECUTE FUNCTION refuse_change()', immutable_columns, ledger.name);
    END LOOP;
END $$;

CREATE TRIGGER refuse_second_removal BEFORE UPDATE OF removed_by_register_no ON item_application
    FOR EACH ROW WHEN (OLD.removed_by_register_no IS NOT NULL) EXECUTE FUNCTION refuse_change();
CREATE TRIGGER refuse_second_reversal BEFORE UPDATE OF reversed_by_entry_no ON gl_entry
    FOR EACH ROW WHEN (OLD.reversed_by_entry_no IS NOT NULL) EXECUTE FUNCTION refuse_change();

-- The checks below look at all rows of a statement at once. They always probe by index: a plan made for a journal of ten
-- thousand lines would otherwise be kept for the session and scan a whole ledger for a single line.

-- Since a transaction must come whole with one statement, no later statement can extend it.
CREATE FUNCTION check_gl_entries() RETURNS trigger LANGUAGE plpgsql
    SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off AS $$
DECLARE
    offending record;
BEGIN
    SELECT transaction_no, sum(amount) AS difference INTO offending
    FROM inserted GROUP BY transaction_no HAVING sum(amount) <> 0 ORDER BY transaction_no LIMIT 1;
    IF FOUND THEN
        RAISE EXCEPTION 'general ledger transaction % is out of balance by %', offending.transaction_no, offending.difference
            USING ERRCODE = 'check_violation', CONSTRAINT = 'transaction_balances', TABLE = 'gl_entry';
    END IF;
    SELECT fresh.transaction_no INTO offending
    FROM (SELECT transaction_no, count(*) AS entries FROM inserted GROUP BY transaction_no) AS fresh
    WHERE fresh.entries <> (SELECT count(*) FROM gl_entry WHERE gl_entry.transaction_no = fresh.transaction_no) LIMIT 1;
    IF FOUND THEN
        RAISE EXCEPTION 'general ledger transaction % is complete and cannot be extended', offending.transaction_no
            USING ERRCODE = 'check_violation', CONSTRAINT = 'transaction_is_complete', TABLE = 'gl_entry';
    END IF;
    PERFORM refuse_unknown('gl_entry', 'gl_register', gl_register_no) FROM (SELECT DISTINCT gl_register_no FROM inserted) AS used
    WHERE NOT EXISTS (SELECT FROM gl_register WHERE no = gl_register_no);
    RETURN NULL;
END $$;

CREATE FUNCTION refuse_unknown(from_table text, to_table text, number bigint) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'a row of % names %, which is not in %', from_table, number, to_table
        USING ERRCODE = 'foreign_key_violation', TABLE = from_table;
END $$;

CREATE FUNCTION check_item_ledger_entries() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM refuse_unknown('item_ledger_entry', 'item_register', item_register_no)
    FROM (SELECT DISTINCT item_register_no FROM inserted) AS used
    WHERE NOT EXISTS (SELECT FROM item_register WHERE no = item_register_no);
    RETURN NULL;
END $$;

CREATE FUNCTION check_value_entries() RETURNS trigger LANGUAGE plpgsql
    SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off AS $$
BEGIN
    PERFORM refuse_unknown('value_entry', 'item_register', item_register_no)
    FROM (SELECT DISTINCT item_register_no FROM inserted) AS used
    WHERE NOT EXISTS (SELECT FROM item_register WHERE no = item_register_no);
    PERFORM refuse_unknown('value_entry', 'item_ledger_entry', item_ledger_entry_no) FROM inserted AS v
    WHERE NOT EXISTS (SELECT FROM item_ledger_entry e WHERE e.item_id = v.item_id AND e.entry_no = v.item_ledger_entry_no);
    RETURN NULL;
END $$;

CREATE FUNCTION check_item_applications() RETURNS trigger LANGUAGE plpgsql
    SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off AS $$
BEGIN
    PERFORM refuse_unknown('item_application', 'item_register', from_register_no)
    FROM (SELECT DISTINCT from_register_no FROM inserted) AS used
    WHERE NOT EXISTS (SELECT FROM item_register WHERE no = from_register_no);
    PERFORM refuse_unknown('item_application', 'item_ledger_entry', inbound_entry_no) FROM inserted AS a
    WHERE NOT EXISTS (
        SELECT FROM item_ledger_entry e WHERE e.item_id = a.item_id AND e.entry_no = a.inbound_entry_no AND e.quantity > 0);
    PERFORM refuse_unknown('item_application', 'item_ledger_entry', outbound_entry_no) FROM inserted AS a
    WHERE outbound_entry_no IS NOT NULL AND NOT EXISTS (
        SELECT FROM item_ledger_entry e WHERE e.item_id = a.item_id AND e.entry_no = a.outbound_entry_no AND e.quantity < 0);
    RETURN NULL;
END $$;

CREATE FUNCTION check_gl_entry_value_entries() RETURNS trigger LANGUAGE plpgsql
    SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off AS $$
BEGIN
    PERFORM refuse_unknown('gl_entry_value_entry', 'gl_entry', gl_entry_no) FROM inserted AS r
    WHERE NOT EXISTS (SELECT FROM gl_entry g WHERE g.entry_no = r.gl_entry_no);
    PERFORM refuse_unknown('gl_entry_value_entry', 'value_entry', value_entry_no) FROM inserted AS r
    WHERE NOT EXISTS (SELECT FROM value_entry v WHERE v.item_id = r.item_id
        AND v.item_ledger_entry_no = r.item_ledger_entry_no AND v.entry_no = r.value_entry_no);
    RETURN NULL;
END $$;

CREATE TRIGGER check_rows AFTER INSERT ON gl_entry
    REFERENCING NEW TABLE AS inserted FOR EACH STATEMENT EXECUTE FUNCTION check_gl_entries();
CREATE TRIGGER check_rows AFTER INSERT ON item_ledger_entry
    REFERENCING NEW TABLE AS inserted FOR EACH STATEMENT EXECUTE FUNCTION check_item_ledger_entries();
CREATE TRIGGER check_rows AFTER INSERT ON value_entry
    REFERENCING NEW TABLE AS inserted FOR EACH STATEMENT EXECUTE FUNCTION check_value_entries();
CREATE TRIGGER check_rows AFTER INSERT ON item_application
    REFERENCING NEW TABLE AS inserted FOR EACH STATEMENT EXECUTE FUNCTION check_item_applications();
CREATE TRIGGER check_rows AFTER INSERT ON gl_entry_value_entry
    REFERENCING NEW TABLE AS inserted FOR EACH STATEMENT EXECUTE FUNCTION check_gl_entry_value_entries();
