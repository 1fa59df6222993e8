-- A foreign key asks for each row, and a correction of five thousand issues writes ten thousand general ledger entries that name two
-- accounts: a sixth of its time. The ledgers now ask for all rows of a statement at once, with the same lock on what is named, so
-- that it cannot go away before the commit.
--
-- Nor are the entries of each transaction counted one by one any more, where all rows between the first and the last number are the
-- statement's own; and entries of the general ledger that relations name are counted, where their numbers have no gap.

ALTER TABLE gl_entry DROP CONSTRAINT gl_entry_gl_account_id_fkey;
ALTER TABLE gl_entry DROP CONSTRAINT gl_entry_currency_id_fkey;
ALTER TABLE value_entry DROP CONSTRAINT value_entry_item_charge_id_fkey;
ALTER TABLE item_ledger_entry DROP CONSTRAINT item_ledger_entry_item_id_fkey;
ALTER TABLE item_ledger_entry DROP CONSTRAINT item_ledger_entry_variant_id_fkey;
ALTER TABLE item_ledger_entry DROP CONSTRAINT item_ledger_entry_location_id_fkey;

CREATE OR REPLACE FUNCTION check_gl_entries() RETURNS trigger LANGUAGE plpgsql
    SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off AS $$
DECLARE
    offending record;
    own record;
BEGIN
    SELECT transaction_no, sum(amount) AS difference INTO offending
    FROM inserted GROUP BY transaction_no HAVING sum(amount) <> 0 ORDER BY transaction_no LIMIT 1;
    IF FOUND THEN
        RAISE EXCEPTION 'general ledger transaction % is out of balance by %', offending.transaction_no, offending.difference
            USING ERRCODE = 'check_violation', CONSTRAINT = 'transaction_balances', TABLE = 'gl_entry';
    END IF;
    SELECT min(transaction_no) AS first_no, max(transaction_no) AS last_no, count(*) AS entries INTO own FROM inserted;
    IF own.entries <> (SELECT count(*) FROM gl_entry WHERE transaction_no BETWEEN own.first_no AND own.last_no) THEN
        SELECT fresh.transaction_no INTO offending
        FROM (SELECT transaction_no, count(*) AS entries FROM inserted GROUP BY transaction_no) AS fresh
        WHERE fresh.entries <> (SELECT count(*) FROM gl_entry WHERE gl_entry.transaction_no = fresh.transaction_no) LIMIT 1;
        IF FOUND THEN
            RAISE EXCEPTION 'general ledger transaction % is complete and cannot be extended', offending.transaction_no
                USING ERRCODE = 'check_violation', CONSTRAINT = 'transaction_is_complete', TABLE = 'gl_entry';
        END IF;
    END IF;
    PERFORM refuse_unknown('gl_entry', 'gl_register', used.no) FROM (SELECT DISTINCT gl_register_no AS no FROM inserted) AS used
    WHERE NOT EXISTS (SELECT FROM gl_register r WHERE r.no = used.no);
    PERFORM refuse_unknown('gl_entry', 'gl_account', used.id) FROM (SELECT DISTINCT gl_account_id AS id FROM inserted) AS used
    LEFT JOIN LATERAL (SELECT a.id FROM gl_account a WHERE a.id = used.id FOR KEY SHARE) AS known ON true WHERE known.id IS NULL;
    PERFORM refuse_unknown('gl_entry', 'currency', used.id)
    FROM (SELECT DISTINCT currency_id AS id FROM inserted WHERE currency_id IS NOT NULL) AS used
    LEFT JOIN LATERAL (SELECT c.id FROM currency c WHERE c.id = used.id FOR KEY SHARE) AS known ON true WHERE known.id IS NULL;
    RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION check_item_ledger_entries() RETURNS trigger LANGUAGE plpgsql
    SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off AS $$
BEGIN
    PERFORM refuse_unknown('item_ledger_entry', 'item_register', used.no)
    FROM (SELECT DISTINCT item_register_no AS no FROM inserted) AS used
    WHERE NOT EXISTS (SELECT FROM item_register r WHERE r.no = used.no);
    PERFORM refuse_unknown('item_ledger_entry', 'item', used.id) FROM (SELECT DISTINCT item_id AS id FROM inserted) AS used
    LEFT JOIN LATERAL (SELECT i.id FROM item i WHERE i.id = used.id FOR KEY SHARE) AS known ON true WHERE known.id IS NULL;
    PERFORM refuse_unknown('item_ledger_entry', 'item_variant', used.id) FROM (SELECT DISTINCT variant_id AS id FROM inserted) AS used
    LEFT JOIN LATERAL (SELECT v.id FROM item_variant v WHERE v.id = used.id FOR KEY SHARE) AS known ON true WHERE known.id IS NULL;
    PERFORM refuse_unknown('item_ledger_entry', 'location', used.id) FROM (SELECT DISTINCT location_id AS id FROM inserted) AS used
    LEFT JOIN LATERAL (SELECT l.id FROM location l WHERE l.id = used.id FOR KEY SHARE) AS known ON true WHERE known.id IS NULL;
    RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION check_value_entries() RETURNS trigger LANGUAGE plpgsql
    SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off AS $$
BEGIN
    PERFORM refuse_unknown('value_entry', 'item_register', used.no)
    FROM (SELECT DISTINCT item_register_no AS no FROM inserted) AS used
    WHERE NOT EXISTS (SELECT FROM item_register r WHERE r.no = used.no);
    PERFORM refuse_unknown('value_entry', 'item_ledger_entry', v.item_ledger_entry_no) FROM inserted AS v
    WHERE NOT EXISTS (SELECT FROM item_ledger_entry e WHERE e.item_id = v.item_id AND e.entry_no = v.item_ledger_entry_no);
    PERFORM refuse_unknown('value_entry', 'item_charge', used.id)
    FROM (SELECT DISTINCT item_charge_id AS id FROM inserted WHERE item_charge_id IS NOT NULL) AS used
    LEFT JOIN LATERAL (SELECT c.id FROM item_charge c WHERE c.id = used.id FOR KEY SHARE) AS known ON true WHERE known.id IS NULL;
    RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION check_gl_entry_value_entries() RETURNS trigger LANGUAGE plpgsql
    SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off AS $$
DECLARE
    own record;
BEGIN
    SELECT min(gl_entry_no) AS first_no, max(gl_entry_no) AS last_no INTO own FROM inserted;
    IF own.last_no - own.first_no + 1 <> (SELECT count(*) FROM gl_entry WHERE entry_no BETWEEN own.first_no AND own.last_no) THEN
        PERFORM refuse_unknown('gl_entry_value_entry', 'gl_entry', r.gl_entry_no) FROM inserted AS r
        WHERE NOT EXISTS (SELECT FROM gl_entry g WHERE g.entry_no = r.gl_entry_no);
    END IF;
    PERFORM refuse_unknown('gl_entry_value_entry', 'value_entry', r.value_entry_no)
    FROM (SELECT DISTINCT item_id, item_ledger_entry_no, value_entry_no FROM inserted) AS r
    WHERE NOT EXISTS (SELECT FROM value_entry v WHERE v.item_id = r.item_id
        AND v.item_ledger_entry_no = r.item_ledger_entry_no AND v.entry_no = r.value_entry_no);
    RETURN NULL;
END $$;

-- What a ledger names stays, whoever deletes: whoever is writing an entry holds a lock on it, so the entry is seen afterwards.

CREATE FUNCTION refuse_while_named() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    is_named boolean;
BEGIN
    EXECUTE format('SELECT EXISTS (SELECT FROM %I WHERE %I = $1)', TG_ARGV[0], TG_ARGV[1]) INTO is_named USING OLD.id;
    IF is_named THEN
        RAISE EXCEPTION 'a row of % names % of %', TG_ARGV[0], OLD.id, TG_TABLE_NAME
            USING ERRCODE = 'foreign_key_violation', TABLE = TG_TABLE_NAME;
    END IF;
    RETURN NULL;
END $$;

DO $$
DECLARE
    key record;
BEGIN
    FOR key IN SELECT * FROM (VALUES
        ('gl_account', 'gl_entry', 'gl_account_id'),
        ('currency', 'gl_entry', 'currency_id'),
        ('item_charge', 'value_entry', 'item_charge_id'),
        ('item', 'item_ledger_entry', 'item_id'),
        ('item_variant', 'item_ledger_entry', 'variant_id'),
        ('location', 'item_ledger_entry', 'location_id')
    ) AS keys (named, ledger, key_column)
    LOOP
        EXECUTE format('CREATE TRIGGER refuse_delete_while_named AFTER DELETE ON %I
            FOR EACH ROW EXECUTE FUNCTION refuse_while_named(%L, %L)', key.named, key.ledger, key.key_column);
        EXECUTE format('CREATE TRIGGER refuse_new_key_while_named AFTER UPDATE OF id ON %I
            FOR EACH ROW WHEN (OLD.id IS DISTINCT FROM NEW.id) EXECUTE FUNCTION refuse_while_named(%L, %L)',
            key.named, key.ledger, key.key_column);
    END LOOP;
END $$;
