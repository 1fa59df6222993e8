-- A catalogue item that goes leaves its item, which is then an item like any other; a vendor whose last number for an item goes is
-- no longer one of its vendors.

CREATE FUNCTION release_item_of_catalogue() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE item SET created_from_catalog_item = false WHERE id IN (SELECT item_id FROM gone WHERE item_id IS NOT NULL);
    RETURN NULL;
END $$;
CREATE TRIGGER items_lose_their_origin AFTER DELETE ON catalog_item REFERENCING OLD TABLE AS gone
    FOR EACH STATEMENT EXECUTE FUNCTION release_item_of_catalogue();

CREATE FUNCTION release_vendor_of_item() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    DELETE FROM item_vendor v USING gone g
    WHERE g.vendor_id IS NOT NULL AND v.vendor_id = g.vendor_id AND v.item_id = g.item_id AND v.variant_id = g.variant_id
        AND v.vendor_item_no = g.reference_no
        AND NOT EXISTS (SELECT FROM item_reference r WHERE r.vendor_id = g.vendor_id AND r.item_id = g.item_id AND r.variant_id = g.variant_id);
    RETURN NULL;
END $$;
CREATE TRIGGER vendors_go_with_their_last_number AFTER DELETE ON item_reference REFERENCING OLD TABLE AS gone
    FOR EACH STATEMENT EXECUTE FUNCTION release_vendor_of_item();

-- Every item has its row of stock, zero to begin with: a list sorted by stock then follows an index and reads a page, not the table.
INSERT INTO item_stock (item_id, quantity, cost_amount) SELECT id, 0, 0 FROM item ON CONFLICT DO NOTHING;
CREATE FUNCTION begin_item_stock() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO item_stock (item_id, quantity, cost_amount) SELECT id, 0, 0 FROM made ON CONFLICT DO NOTHING;
    RETURN NULL;
END $$;
CREATE TRIGGER items_begin_without_stock AFTER INSERT ON item REFERENCING NEW TABLE AS made FOR EACH STATEMENT EXECUTE FUNCTION begin_item_stock();
CREATE OR REPLACE FUNCTION empty_item_stock() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE item_stock SET quantity = 0, cost_amount = 0;
    RETURN NULL;
END $$;
