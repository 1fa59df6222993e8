-- Programs that keep a copy of master data and documents ask what has changed since they asked last. The number of a change is that of its transaction,
-- so that nothing stands in a queue for it: numbers of transactions that are still running are known, and whoever reads sees nothing above the oldest of them.
-- In another server transactions are counted anew, so numbers stand on a base that grows with time: restored books go on above all that was ever told.
CREATE SEQUENCE change_number_base;
SELECT setval('change_number_base', (extract(epoch FROM clock_timestamp()) * 1000)::bigint);
COMMENT ON SEQUENCE change_number_base IS 'What is added to the number of a transaction; set anew when books are restored, never drawn from.';

CREATE FUNCTION change_number() RETURNS bigint LANGUAGE sql STABLE AS $$
    SELECT last_value + pg_current_xact_id()::text::bigint FROM change_number_base
$$;
-- Every change up to here has been committed or given up.
CREATE FUNCTION changes_settled() RETURNS bigint LANGUAGE sql STABLE AS $$
    SELECT last_value + pg_snapshot_xmin(pg_current_snapshot())::text::bigint - 1 FROM change_number_base
$$;

CREATE FUNCTION number_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.change_number := change_number();
    NEW.modified_at := now();
    RETURN NEW;
END
$$;

DO $$
DECLARE
    named text;
BEGIN
    FOREACH named IN ARRAY ARRAY['accounting_period', 'gl_account', 'catalog_item', 'catalog_setup', 'company', 'currency', 'currency_exchange_rate',
        'customer_discount_group', 'customer_invoice_discount', 'customer_posting_group', 'customer_price_group', 'customer', 'default_dimension',
        'dimension_combination', 'dimension_value_combination', 'dimension_value', 'dimension', 'document_number_series', 'document_setup', 'extended_text',
        'general_business_group', 'general_ledger_setup', 'general_posting_setup', 'general_product_group', 'inventory_posting_group',
        'inventory_posting_setup', 'inventory_setup', 'item_attribute_value_translation', 'item_attribute_value', 'item_attribute_translation',
        'item_has_attribute', 'item_attribute', 'item_category', 'category_has_attribute', 'item_charge', 'item_reference', 'item_substitution',
        'item_template_value', 'item_template', 'item_tracking_code', 'item_translation', 'item_unit_of_measure', 'variant_has_attribute', 'item_variant',
        'item_vendor', 'item', 'location', 'manufacturer', 'number_series', 'number_series_line', 'over_receipt_code', 'payment_terms',
        'purchase_price_list_line', 'purchase_price_list', 'reason_code', 'responsibility_center', 'return_reason', 'sales_price_list_line', 'sales_price_list',
        'ship_to_address', 'shipment_method', 'source_code', 'stockkeeping_unit', 'vat_business_group', 'vat_product_group', 'transfer_route',
        'unit_of_measure_translation', 'unit_of_measure', 'user_setup', 'app_user', 'vat_posting_setup', 'vendor_invoice_discount', 'vendor_posting_group',
        'vendor']
    LOOP
        EXECUTE format('ALTER TABLE %I ADD COLUMN change_number bigint NOT NULL DEFAULT 1, ADD COLUMN modified_at timestamptz NOT NULL DEFAULT now()', named);
        EXECUTE format('CREATE TRIGGER number_new BEFORE INSERT ON %I FOR EACH ROW EXECUTE FUNCTION number_change()', named);
        EXECUTE format('CREATE TRIGGER number_change BEFORE UPDATE ON %I FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*) EXECUTE FUNCTION number_change()', named);
    END LOOP;
END
$$;
-- The type in which few rows travel has the columns of its table.
ALTER TYPE stockkeeping_unit_row ADD ATTRIBUTE change_number bigint, ADD ATTRIBUTE modified_at timestamptz;

-- What is asked for behind a number is little, where much is kept.
CREATE INDEX ON item (change_number);
CREATE INDEX ON customer (change_number);
CREATE INDEX ON vendor (change_number);

-- Documents and their lines say already when they were changed; lines have a function of their own that counts their changes.
CREATE FUNCTION number_change_of_document() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.change_number := change_number();
    RETURN NEW;
END
$$;
ALTER TABLE document_header ADD COLUMN change_number bigint NOT NULL DEFAULT 1;
CREATE TRIGGER number_new BEFORE INSERT ON document_header FOR EACH ROW EXECUTE FUNCTION number_change_of_document();
CREATE TRIGGER number_change BEFORE UPDATE ON document_header FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*) EXECUTE FUNCTION number_change_of_document();
ALTER TABLE document_line ADD COLUMN change_number bigint NOT NULL DEFAULT 1;
CREATE OR REPLACE FUNCTION count_change_of_line() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.version := CASE TG_OP WHEN 'UPDATE' THEN OLD.version + 1 ELSE 1 END;
    NEW.changed_by := coalesce((SELECT changed_by FROM document_header WHERE id = NEW.document_header_id), '');
    NEW.changed_at := now();
    NEW.change_number := change_number();
    RETURN NEW;
END
$$;

-- Nobody does these to a document.
CREATE OR REPLACE FUNCTION changed_values(before jsonb, after jsonb) RETURNS jsonb LANGUAGE sql IMMUTABLE AS $$
    SELECT coalesce(jsonb_object_agg(a.key, a.value), '{}') FROM jsonb_each(after) a
    WHERE before -> a.key IS DISTINCT FROM a.value AND a.key NOT IN ('version', 'changed_by', 'changed_at', 'status', 'change_number')
$$;

CREATE TABLE deletion (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    collection text NOT NULL,
    record_id bigint NOT NULL,
    record_key text NOT NULL,
    responsibility_center_id bigint NOT NULL DEFAULT 0,
    deleted_at timestamptz NOT NULL DEFAULT now(),
    change_number bigint NOT NULL DEFAULT change_number()
);
COMMENT ON COLUMN deletion.responsibility_center_id IS 'Of documents that others must not know of; 0 for what everybody may know who may read the collection.';
CREATE INDEX ON deletion (change_number);
CREATE TRIGGER refuse_change BEFORE UPDATE OR DELETE ON deletion FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON deletion FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- PURCHASE_RETURN_ORDER is known to programs as purchaseReturnOrder.
CREATE FUNCTION word_for_programs(kind text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
    SELECT lower(left(words, 1)) || substr(words, 2) FROM (SELECT replace(initcap(replace(kind, '_', ' ')), ' ', '') AS words) AS capitalised
$$;

CREATE FUNCTION note_deleted_documents() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO deletion (collection, record_id, record_key, responsibility_center_id)
    SELECT word_for_programs(g.kind::text) || 's', g.id, g.no, coalesce(g.responsibility_center_id, 0) FROM gone g;
    RETURN NULL;
END
$$;
CREATE TRIGGER note_deletion AFTER DELETE ON document_header REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION note_deleted_documents();

-- Lines that go with their document are not told one by one.
CREATE FUNCTION note_deleted_lines() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO deletion (collection, record_id, record_key, responsibility_center_id)
    SELECT word_for_programs(h.kind::text) || 'Lines', g.id, h.no || ',' || g.line_no, coalesce(h.responsibility_center_id, 0)
    FROM gone g JOIN document_header h ON h.id = g.document_header_id;
    RETURN NULL;
END
$$;
CREATE TRIGGER note_deletion AFTER DELETE ON document_line REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION note_deleted_lines();
