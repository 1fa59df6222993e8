-- Deleting an item takes what hangs on it along. An item that was posted stays as a tombstone, since entries name it; the same
-- statement decides which, so that no program can leave one behind by half.

CREATE FUNCTION forget_item() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    posted boolean := EXISTS (SELECT FROM item_ledger_entry WHERE item_id = OLD.id) OR EXISTS (SELECT FROM posted_document_line WHERE item_id = OLD.id);
BEGIN
    DELETE FROM purchase_price_list_line WHERE item_id = OLD.id;
    DELETE FROM sales_price_list_line WHERE item_id = OLD.id;
    DELETE FROM default_dimension WHERE record_type = 'ITEM' AND record_id = OLD.id;
    UPDATE catalog_item SET item_id = NULL WHERE item_id = OLD.id;
    IF NOT posted THEN
        RETURN OLD;
    END IF;
    DELETE FROM stockkeeping_unit WHERE item_id = OLD.id;
    DELETE FROM item_substitution WHERE item_id = OLD.id OR substitute_item_id = OLD.id;
    DELETE FROM item_vendor WHERE item_id = OLD.id;
    DELETE FROM item_reference WHERE item_id = OLD.id;
    DELETE FROM item_translation WHERE item_id = OLD.id;
    DELETE FROM extended_text WHERE item_id = OLD.id;
    DELETE FROM item_picture WHERE item_id = OLD.id;
    DELETE FROM item_has_attribute WHERE item_id = OLD.id;
    DELETE FROM variant_has_attribute WHERE item_id = OLD.id;
    DELETE FROM item_search WHERE item_id = OLD.id;
    UPDATE item SET deleted_at = now() WHERE id = OLD.id;
    RETURN NULL;
END $$;
CREATE TRIGGER posted_items_stay_as_tombstones BEFORE DELETE ON item FOR EACH ROW EXECUTE FUNCTION forget_item();

CREATE FUNCTION forget_variant() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    DELETE FROM stockkeeping_unit WHERE variant_id = OLD.id;
    DELETE FROM item_vendor WHERE variant_id = OLD.id;
    RETURN OLD;
END $$;
CREATE TRIGGER what_hangs_on_a_variant_goes BEFORE DELETE ON item_variant FOR EACH ROW EXECUTE FUNCTION forget_variant();

-- Tombstones are found by nobody who searches.
CREATE OR REPLACE FUNCTION words_of_items(items bigint[]) RETURNS TABLE (item_id bigint, words text) LANGUAGE sql STABLE AS $$
    SELECT i.id, lower(concat_ws(E'\t', i.no, nullif(i.no_2, ''), nullif(i.description, ''), nullif(i.description_2, ''),
        CASE WHEN i.search_description <> upper(i.description) THEN nullif(i.search_description, '') END,
        nullif(i.gtin, ''), nullif(i.vendor_item_no, ''), nullif(i.shelf_no, ''), r.numbers))
    FROM item i
    LEFT JOIN LATERAL (SELECT string_agg(x.reference_no, E'\t') AS numbers FROM item_reference x WHERE x.item_id = i.id) r ON true
    WHERE i.id = ANY (items) AND i.deleted_at IS NULL
$$;

-- A category that goes is cleared on its items.
ALTER TABLE item DROP CONSTRAINT item_item_category_id_fkey,
    ADD CONSTRAINT item_item_category_id_fkey FOREIGN KEY (item_category_id) REFERENCES item_category ON DELETE SET NULL;
