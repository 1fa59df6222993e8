-- An item may have thousands of open layers. What a posting needs of them is what it uses up: the oldest or the newest ones
-- until its quantity is covered, and none for a receipt. Lines that name entries, numbers or an order may take any layer, so
-- for them all are chosen as before.
--
-- The function no longer carries planner settings of its own: whoever loads books sets them for the whole transaction, so that
-- every statement of a posting is planned once for a session and always probes by index.

-- Decreases that wait for cover must not be searched among thousands of open increases.
CREATE INDEX item_ledger_entry_uncovered ON item_ledger_entry (item_id, entry_no) WHERE is_open AND quantity < 0;

DROP FUNCTION entries_for_posting(bigint[], bigint[], bigint[], numeric[], bigint[], date[], bigint[], bigint[]);

-- The layers at one place in the order in which they are used up, until a quantity is covered.
CREATE FUNCTION layers_for_posting(of_item bigint, of_variant bigint, of_location bigint, leaving numeric)
RETURNS TABLE (layer_no bigint, remaining numeric) LANGUAGE plpgsql STABLE ROWS 3 AS $$
DECLARE
    layers refcursor;
    missing numeric := leaving;
    method costing_method := (SELECT i.costing_method FROM item i WHERE i.id = of_item);
BEGIN
    IF missing <= 0 THEN
        RETURN;
    ELSIF method = 'LIFO' THEN
        OPEN layers FOR SELECT e.entry_no, e.remaining_quantity FROM item_ledger_entry e
            WHERE e.item_id = of_item AND e.location_id = of_location AND e.variant_id = of_variant AND e.is_open
                AND e.quantity > 0 AND NOT e.drop_shipment
            ORDER BY e.item_id DESC, e.location_id DESC, e.variant_id DESC, e.posting_date DESC, e.entry_no DESC;
    ELSE
        OPEN layers FOR SELECT e.entry_no, e.remaining_quantity FROM item_ledger_entry e
            WHERE e.item_id = of_item AND e.location_id = of_location AND e.variant_id = of_variant AND e.is_open
                AND e.quantity > 0 AND NOT e.drop_shipment
            ORDER BY e.item_id, e.location_id, e.variant_id, e.posting_date, e.entry_no;
    END IF;
    -- Goods of a specific item are found by their numbers, wherever they stand.
    WHILE missing > 0 OR method = 'SPECIFIC' LOOP
        FETCH layers INTO layer_no, remaining;
        EXIT WHEN NOT FOUND;
        RETURN NEXT;
        missing := missing - remaining;
    END LOOP;
    CLOSE layers;
END $$;

CREATE FUNCTION entries_for_posting(
    place_items bigint[], place_variants bigint[], place_locations bigint[], place_leaving numeric[], place_whole boolean[],
    items bigint[], averages_from date[], named_items bigint[], named_entries bigint[])
RETURNS TABLE (item_id bigint, entry_no bigint) LANGUAGE plpgsql STABLE ROWS 20 AS $$
#variable_conflict use_column
DECLARE
    open_items bigint[];
    open_entries bigint[];
    seed_items bigint[];
    seed_entries bigint[];
    member_items bigint[];
    member_entries bigint[];
    source_items bigint[];
    source_entries bigint[];
    rounding_items bigint[];
    rounding_entries bigint[];
    taker_items bigint[];
    taker_entries bigint[];
BEGIN
    -- Open increases at the places; those that the posting may use up will need their rounding.
    SELECT array_agg(e.item_id), array_agg(e.entry_no),
        array_agg(e.item_id) FILTER (WHERE e.remaining_quantity <= e.leaving),
        array_agg(e.entry_no) FILTER (WHERE e.remaining_quantity <= e.leaving)
    INTO open_items, open_entries, rounding_items, rounding_entries
    FROM (
        SELECT p.item_id, l.layer_no AS entry_no, l.remaining AS remaining_quantity, p.leaving
        FROM unnest(place_items, place_variants, place_locations, place_leaving, place_whole)
            AS p (item_id, variant_id, location_id, leaving, whole)
        CROSS JOIN LATERAL layers_for_posting(p.item_id, p.variant_id, p.location_id, p.leaving) AS l
        WHERE NOT p.whole
        UNION ALL
        SELECT e.item_id, e.entry_no, e.remaining_quantity, p.leaving
        FROM unnest(place_items, place_variants, place_locations, place_leaving, place_whole)
            AS p (item_id, variant_id, location_id, leaving, whole)
        CROSS JOIN LATERAL (
            SELECT * FROM item_ledger_entry o
            WHERE o.item_id = p.item_id AND o.location_id = p.location_id AND o.variant_id = p.variant_id AND o.is_open OFFSET 0) AS e
        WHERE p.whole AND e.quantity > 0) AS e;

    -- What may change: entries that lines name, decreases that wait for cover anywhere, entries marked for adjustment.
    SELECT array_agg(seed.item_id), array_agg(seed.entry_no) INTO seed_items, seed_entries
    FROM (
        SELECT * FROM unnest(named_items, named_entries) AS named (item_id, entry_no)
        UNION
        SELECT w.item_id, e.entry_no FROM unnest(items) AS w (item_id) CROSS JOIN LATERAL (
            SELECT o.entry_no FROM item_ledger_entry o WHERE o.item_id = w.item_id AND o.is_open AND o.quantity < 0 OFFSET 0) AS e
        UNION
        SELECT w.item_id, e.entry_no FROM unnest(items) AS w (item_id) CROSS JOIN LATERAL (
            SELECT o.entry_no FROM item_ledger_entry o WHERE o.item_id = w.item_id AND o.to_adjust OFFSET 0) AS e) AS seed;

    IF seed_items IS NOT NULL OR EXISTS (SELECT FROM unnest(averages_from) AS a (first) WHERE first IS NOT NULL) THEN
        SELECT array_agg(member.item_id), array_agg(member.entry_no) INTO member_items, member_entries
        FROM (
            WITH RECURSIVE reached (item_id, entry_no, derived) AS (
                SELECT s.item_id, s.entry_no, false FROM unnest(seed_items, seed_entries) AS s (item_id, entry_no)
                UNION
                SELECT r.item_id, receiver.entry_no, true
                FROM reached r CROSS JOIN LATERAL (
                    SELECT a.owner_entry_no AS entry_no FROM item_application a
                    WHERE a.item_id = r.item_id AND a.inbound_entry_no = r.entry_no AND a.quantity < 0
                        AND a.removed_by_register_no IS NULL AND (a.carries_cost OR r.derived OR (
                            SELECT owner.entry_type = 'TRANSFER' FROM item_ledger_entry owner
                            WHERE owner.item_id = a.item_id AND owner.entry_no = a.owner_entry_no))
                    UNION ALL
                    SELECT a.owner_entry_no FROM item_application a
                    WHERE a.item_id = r.item_id AND a.outbound_entry_no = r.entry_no AND a.quantity > 0
                        AND a.removed_by_register_no IS NULL
                    UNION ALL
                    SELECT a.owner_entry_no FROM item_application a
                    WHERE a.item_id = r.item_id AND a.transferred_from_entry_no = r.entry_no
                        AND a.removed_by_register_no IS NULL) AS receiver)
            SELECT r.item_id, r.entry_no FROM reached r
            UNION
            SELECT w.item_id, v.item_ledger_entry_no
            FROM unnest(items, averages_from) AS w (item_id, average_from)
            JOIN item i ON i.id = w.item_id AND i.costing_method = 'AVERAGE'
            CROSS JOIN LATERAL (
                SELECT o.item_ledger_entry_no FROM value_entry o
                WHERE o.item_id = w.item_id AND o.valuation_date >= w.average_from OFFSET 0) AS v) AS member;

        SELECT array_agg(source.item_id), array_agg(source.entry_no) INTO source_items, source_entries
        FROM (
            SELECT DISTINCT m.item_id, giver.entry_no
            FROM unnest(member_items, member_entries) AS m (item_id, entry_no) CROSS JOIN LATERAL (
                SELECT a.inbound_entry_no AS entry_no FROM item_application a
                WHERE a.item_id = m.item_id AND a.outbound_entry_no = m.entry_no AND a.quantity < 0
                    AND a.removed_by_register_no IS NULL AND (a.carries_cost OR (
                        SELECT owner.entry_type = 'TRANSFER' FROM item_ledger_entry owner
                        WHERE owner.item_id = a.item_id AND owner.entry_no = a.owner_entry_no))
                UNION ALL
                SELECT unnest(ARRAY[a.outbound_entry_no, a.transferred_from_entry_no]) FROM item_application a
                WHERE a.item_id = m.item_id AND a.inbound_entry_no = m.entry_no AND a.quantity > 0
                    AND a.outbound_entry_no IS NOT NULL AND a.removed_by_register_no IS NULL) AS giver
            WHERE giver.entry_no IS NOT NULL) AS source;

        -- Increases that are used up and whose takers may just have become final.
        SELECT rounding_items || array_agg(e.item_id), rounding_entries || array_agg(e.entry_no)
        INTO rounding_items, rounding_entries
        FROM unnest(source_items, source_entries) AS s (item_id, entry_no) CROSS JOIN LATERAL (
            SELECT * FROM item_ledger_entry o WHERE o.item_id = s.item_id AND o.entry_no = s.entry_no OFFSET 0) AS e
        WHERE e.quantity > 0 AND NOT e.is_open;
    END IF;

    -- An average item has no rounding entries.
    IF rounding_items IS NOT NULL THEN
        SELECT array_agg(a.item_id), array_agg(a.outbound_entry_no) INTO taker_items, taker_entries
        FROM unnest(rounding_items, rounding_entries) AS n (item_id, entry_no) CROSS JOIN LATERAL (
            SELECT o.item_id, o.outbound_entry_no FROM item_application o
            WHERE o.item_id = n.item_id AND o.inbound_entry_no = n.entry_no AND o.quantity < 0
                AND o.removed_by_register_no IS NULL OFFSET 0) AS a
        WHERE (SELECT i.costing_method <> 'AVERAGE' FROM item i WHERE i.id = n.item_id);
    END IF;

    RETURN QUERY
    SELECT DISTINCT s.item_id, s.entry_no FROM unnest(
        open_items || member_items || source_items || taker_items,
        open_entries || member_entries || source_entries || taker_entries) AS s (item_id, entry_no);
END $$;

-- Keys of item charges are kept between postings, like those of the other small tables that entries point to.
CREATE TRIGGER setup_revision AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON item_charge
    FOR EACH STATEMENT EXECUTE FUNCTION raise_setup_revision();
