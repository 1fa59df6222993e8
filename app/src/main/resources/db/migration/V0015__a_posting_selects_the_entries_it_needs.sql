-- Which entries a posting needs, asked at every posting, by one function so that the plan is made once for a session: planning
-- takes a hundred times as long as executing it for a single line. The plan always probes by index, because it must not depend
-- on whether the first posting of a session was a journal of ten thousand lines or one line.
--
-- Cost flows along applications, so from the entries that may change everything downstream is reached, and of all these the
-- direct sources are added. An average item passes its cost through the pool instead: of it, what counts from a date on is
-- taken (no date: nothing), and applications that only track quantity are not followed.

CREATE FUNCTION entries_for_posting(
    place_items bigint[], place_variants bigint[], place_locations bigint[], place_leaving numeric[],
    items bigint[], averages_from date[], named_items bigint[], named_entries bigint[])
RETURNS TABLE (item_id bigint, entry_no bigint) LANGUAGE plpgsql STABLE ROWS 20
SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off SET enable_bitmapscan = off
SET plan_cache_mode = force_generic_plan SET jit = off AS $$
#variable_conflict use_column
BEGIN
    RETURN QUERY
    WITH RECURSIVE
    place AS (
        SELECT * FROM unnest(place_items, place_variants, place_locations, place_leaving) AS p (item_id, variant_id, location_id, leaving)),
    wanted AS (
        SELECT * FROM unnest(items, averages_from) AS w (item_id, average_from)),
    open_increase AS (
        SELECT e.item_id, e.entry_no, e.remaining_quantity <= p.leaving AS may_be_used_up
        FROM place p JOIN item_ledger_entry e
            ON e.item_id = p.item_id AND e.location_id = p.location_id AND e.variant_id = p.variant_id AND e.is_open
        WHERE e.quantity > 0),
    seed AS (
        SELECT * FROM unnest(named_items, named_entries) AS named (item_id, entry_no)
        UNION
        SELECT e.item_id, e.entry_no FROM wanted w JOIN item_ledger_entry e ON e.item_id = w.item_id AND e.is_open
        WHERE e.quantity < 0
        UNION
        SELECT e.item_id, e.entry_no FROM wanted w JOIN item_ledger_entry e ON e.item_id = w.item_id AND e.to_adjust),
    reached (item_id, entry_no, derived) AS (
        SELECT item_id, entry_no, false FROM seed
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
                AND a.removed_by_register_no IS NULL) AS receiver),
    member AS (
        SELECT item_id, entry_no FROM reached
        UNION
        SELECT v.item_id, v.item_ledger_entry_no FROM wanted w JOIN value_entry v
            ON v.item_id = w.item_id AND v.valuation_date >= w.average_from),
    source AS (
        SELECT DISTINCT m.item_id, giver.entry_no
        FROM member m CROSS JOIN LATERAL (
            SELECT a.inbound_entry_no AS entry_no FROM item_application a
            WHERE a.item_id = m.item_id AND a.outbound_entry_no = m.entry_no AND a.quantity < 0
                AND a.removed_by_register_no IS NULL AND (a.carries_cost OR (
                    SELECT owner.entry_type = 'TRANSFER' FROM item_ledger_entry owner
                    WHERE owner.item_id = a.item_id AND owner.entry_no = a.owner_entry_no))
            UNION ALL
            SELECT unnest(ARRAY[a.outbound_entry_no, a.transferred_from_entry_no]) FROM item_application a
            WHERE a.item_id = m.item_id AND a.inbound_entry_no = m.entry_no AND a.quantity > 0
                AND a.outbound_entry_no IS NOT NULL AND a.removed_by_register_no IS NULL) AS giver
        WHERE giver.entry_no IS NOT NULL),
    may_need_rounding AS (
        SELECT item_id, entry_no FROM open_increase WHERE may_be_used_up
        UNION
        SELECT e.item_id, e.entry_no FROM source s JOIN item_ledger_entry e USING (item_id, entry_no)
        WHERE e.quantity > 0 AND NOT e.is_open),
    taker AS (
        SELECT a.item_id, a.outbound_entry_no AS entry_no
        FROM may_need_rounding n JOIN item i ON i.id = n.item_id AND i.costing_method <> 'AVERAGE'
        JOIN item_application a ON a.item_id = n.item_id AND a.inbound_entry_no = n.entry_no AND a.quantity < 0
            AND a.removed_by_register_no IS NULL),
    selected AS (
        SELECT item_id, entry_no FROM member
        UNION SELECT item_id, entry_no FROM open_increase
        UNION SELECT item_id, entry_no FROM source
        UNION SELECT item_id, entry_no FROM taker)
    SELECT s.item_id, s.entry_no FROM selected s;
END $$;
