-- Lists of a hundred thousand items are searched while somebody types and sorted by what is on hand: both need a narrow table of
-- their own. The database keeps them in the statement that changes what they are made of, so that no writer can forget to.

CREATE TABLE item_stock (
    item_id bigint PRIMARY KEY,
    quantity numeric(18,5) NOT NULL,
    cost_amount numeric(18,2) NOT NULL
) WITH (fillfactor = 50);
COMMENT ON TABLE item_stock IS 'Sums of inventory_balance per item: quantity on hand and its value, expected costs included.';
CREATE INDEX ON item_stock (quantity);
INSERT INTO item_stock SELECT item_id, sum(quantity), sum(cost_amount_actual + cost_amount_expected) FROM inventory_balance GROUP BY item_id;

CREATE FUNCTION add_to_item_stock() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        INSERT INTO item_stock AS s
            SELECT item_id, sum(quantity), sum(cost_amount_actual + cost_amount_expected) FROM added GROUP BY item_id ORDER BY item_id
            ON CONFLICT (item_id) DO UPDATE SET quantity = s.quantity + excluded.quantity, cost_amount = s.cost_amount + excluded.cost_amount;
    ELSIF TG_OP = 'UPDATE' THEN
        INSERT INTO item_stock AS s
            SELECT item_id, sum(quantity), sum(cost_amount) FROM (
                SELECT item_id, quantity, cost_amount_actual + cost_amount_expected AS cost_amount FROM added
                UNION ALL SELECT item_id, -quantity, -cost_amount_actual - cost_amount_expected FROM removed) AS changes GROUP BY item_id ORDER BY item_id
            ON CONFLICT (item_id) DO UPDATE SET quantity = s.quantity + excluded.quantity, cost_amount = s.cost_amount + excluded.cost_amount;
    ELSE
        UPDATE item_stock s SET quantity = s.quantity - r.quantity, cost_amount = s.cost_amount - r.cost_amount
        FROM (SELECT item_id, sum(quantity) AS quantity, sum(cost_amount_actual + cost_amount_expected) AS cost_amount FROM removed GROUP BY item_id) r
        WHERE r.item_id = s.item_id;
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER item_stock_after_insert AFTER INSERT ON inventory_balance REFERENCING NEW TABLE AS added
    FOR EACH STATEMENT EXECUTE FUNCTION add_to_item_stock();
CREATE TRIGGER item_stock_after_update AFTER UPDATE ON inventory_balance REFERENCING OLD TABLE AS removed NEW TABLE AS added
    FOR EACH STATEMENT EXECUTE FUNCTION add_to_item_stock();
CREATE TRIGGER item_stock_after_delete AFTER DELETE ON inventory_balance REFERENCING OLD TABLE AS removed
    FOR EACH STATEMENT EXECUTE FUNCTION add_to_item_stock();
CREATE FUNCTION empty_item_stock() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    TRUNCATE item_stock;
    RETURN NULL;
END $$;
CREATE TRIGGER item_stock_after_truncate AFTER TRUNCATE ON inventory_balance FOR EACH STATEMENT EXECUTE FUNCTION empty_item_stock();

CREATE TABLE item_search (
    item_id bigint PRIMARY KEY REFERENCES item ON DELETE CASCADE,
    words text NOT NULL
);
COMMENT ON TABLE item_search IS 'In small letters: numbers, descriptions, GTIN, vendor item number, shelf and reference numbers of an item (spec: items, section 11).';
CREATE INDEX ON item_search USING gin (words gin_trgm_ops);

CREATE FUNCTION words_of_items(items bigint[]) RETURNS TABLE (item_id bigint, words text) LANGUAGE sql STABLE AS $$
    SELECT i.id, lower(concat_ws(E'\t', i.no, nullif(i.no_2, ''), nullif(i.description, ''), nullif(i.description_2, ''),
        CASE WHEN i.search_description <> upper(i.description) THEN nullif(i.search_description, '') END,
        nullif(i.gtin, ''), nullif(i.vendor_item_no, ''), nullif(i.shelf_no, ''), r.numbers))
    FROM item i
    LEFT JOIN LATERAL (SELECT string_agg(x.reference_no, E'\t') AS numbers FROM item_reference x WHERE x.item_id = i.id) r ON true
    WHERE i.id = ANY (items)
$$;

CREATE FUNCTION keep_item_search() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_TABLE_NAME = 'item' THEN
        INSERT INTO item_search AS s SELECT * FROM words_of_items((SELECT array_agg(id) FROM changed))
            ON CONFLICT (item_id) DO UPDATE SET words = excluded.words WHERE s.words <> excluded.words;
    ELSE
        INSERT INTO item_search AS s SELECT * FROM words_of_items((SELECT array_agg(DISTINCT item_id) FROM changed))
            ON CONFLICT (item_id) DO UPDATE SET words = excluded.words WHERE s.words <> excluded.words;
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER item_search_after_insert AFTER INSERT ON item REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION keep_item_search();
CREATE TRIGGER item_search_after_update AFTER UPDATE ON item REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION keep_item_search();
CREATE TRIGGER item_search_after_insert AFTER INSERT ON item_reference REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION keep_item_search();
CREATE TRIGGER item_search_after_update AFTER UPDATE ON item_reference REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION keep_item_search();
CREATE TRIGGER item_search_after_delete AFTER DELETE ON item_reference REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION keep_item_search();
INSERT INTO item_search SELECT * FROM words_of_items((SELECT array_agg(id) FROM item));
