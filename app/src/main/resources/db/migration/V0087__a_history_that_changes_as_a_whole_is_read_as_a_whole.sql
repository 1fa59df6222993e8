-- A cost that changes may reach most of what an item has ever seen: a charge on a receipt with 5,000 issues. Finding each of them by
-- probes, and then reading each by probes, took ten times as long as reading the history of the item from end to end. So where what
-- is reached directly comes near to the whole history, the whole history is chosen, as one range of entry numbers; a single entry
-- is a range from itself to itself. More in the books than the rules need changes nothing that they answer.

DROP FUNCTION entries_for_posting(bigint[], bigint[], bigint[], numeric[], boolean[], bigint[], date[], bigint[], bigint[]);

CREATE FUNCTION entries_for_posting(
    place_items bigint[], place_variants bigint[], place_locations bigint[], place_leaving numeric[], place_whole boolean[],
    items bigint[], averages_from date[], named_items bigint[], named_entries bigint[])
RETURNS TABLE (item_id bigint, first_no bigint, last_no bigint) LANGUAGE plpgsql STABLE ROWS 20 AS $$
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
    whole_items bigint[];
    chosen_items bigint[];
    chosen_first bigint[];
    chosen_last bigint[];
    kept text;
BEGIN
    -- Open increases at the places; those that the posting may use up will need their rounding.
    IF true = ANY (place_whole) OR 0 < ANY (place_leaving) THEN
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
                WHERE o.item_id = p.item_id AND o.location_id = p.location_id AND o.variant_id = p.variant_id AND o.is_open
                ORDER BY o.posting_date, o.entry_no OFFSET 0) AS e
            WHERE p.whole AND e.quantity > 0) AS e;
    END IF;

    -- What may change: entries that lines name, decreases that wait for cover anywhere, entries marked for adjustment.
    SELECT array_agg(seed.item_id), array_agg(seed.entry_no) INTO seed_items, seed_entries
    FROM (
        SELECT * FROM unnest(named_items, named_entries) AS named (item_id, entry_no)
        UNION ALL
        SELECT w.item_id, e.entry_no FROM unnest(items) AS w (item_id) CROSS JOIN LATERAL (
            SELECT o.entry_no FROM item_ledger_entry o WHERE o.item_id = w.item_id AND o.is_open AND o.quantity < 0
            ORDER BY o.posting_date, o.entry_no OFFSET 0) AS e
        UNION ALL
        SELECT w.item_id, e.entry_no FROM unnest(items) AS w (item_id) CROSS JOIN LATERAL (
            SELECT o.entry_no FROM item_ledger_entry o WHERE o.item_id = w.item_id AND o.to_adjust
            ORDER BY o.posting_date, o.entry_no OFFSET 0) AS e) AS seed;

    IF seed_items IS NOT NULL OR array_remove(averages_from, NULL) <> '{}' THEN
        -- Counted by index and no further than the answer takes; what is reached only through others is not counted, nor what took from
        -- an average item, which gets no cost from the entry that is named.
        SELECT array_agg(whole.item_id) INTO whole_items
        FROM (
            SELECT named.item_id
            FROM (
                SELECT s.item_id, (
                    SELECT count(*) FROM (
                        SELECT FROM item_application a
                        WHERE a.item_id = s.item_id AND a.inbound_entry_no BETWEEN s.entry_no AND s.entry_no AND a.carries_cost
                        ORDER BY a.inbound_entry_no LIMIT 20000) AS taker) AS takers
                FROM unnest(seed_items, seed_entries) AS s (item_id, entry_no) OFFSET 0) AS named
            GROUP BY named.item_id
            HAVING sum(named.takers) >= 300 AND 2 * least(sum(named.takers), 20000) >= (
                SELECT count(*) FROM (SELECT FROM item_ledger_entry e WHERE e.item_id = named.item_id LIMIT 40001) AS history)
            UNION
            SELECT later.item_id
            FROM (
                SELECT w.item_id, (
                    SELECT count(*) FROM (
                        SELECT FROM value_entry v WHERE v.item_id = w.item_id AND v.valuation_date >= w.average_from
                        ORDER BY v.valuation_date LIMIT 20000) AS value) AS values
                FROM unnest(items, averages_from) AS w (item_id, average_from)
                WHERE (SELECT i.costing_method = 'AVERAGE' FROM item i WHERE i.id = w.item_id) OFFSET 0) AS later
            WHERE later.values >= 300 AND 2 * later.values >= (
                SELECT count(*) FROM (
                    SELECT FROM value_entry v WHERE v.item_id = later.item_id
                    ORDER BY v.item_ledger_entry_no LIMIT 40001) AS history)) AS whole;
        IF whole_items IS NOT NULL THEN
            SELECT array_agg(s.item_id), array_agg(s.entry_no) INTO seed_items, seed_entries
            FROM unnest(seed_items, seed_entries) AS s (item_id, entry_no) WHERE s.item_id <> ALL (whole_items);
            SELECT array_agg(CASE WHEN w.item_id <> ALL (whole_items) THEN w.average_from END) INTO averages_from
            FROM unnest(items, averages_from) AS w (item_id, average_from);
        END IF;

        SELECT array_agg(member.item_id), array_agg(member.entry_no) INTO member_items, member_entries
        FROM (
            WITH RECURSIVE reached (item_id, entry_no, derived) AS (
                SELECT s.item_id, s.entry_no, false FROM unnest(seed_items, seed_entries) AS s (item_id, entry_no)
                UNION
                SELECT r.item_id, receiver.entry_no, true
                FROM reached r CROSS JOIN LATERAL (
                    (SELECT a.owner_entry_no AS entry_no FROM item_application a
                    WHERE a.item_id = r.item_id AND a.inbound_entry_no BETWEEN r.entry_no AND r.entry_no AND a.quantity < 0
                        AND a.removed_by_register_no IS NULL AND (a.carries_cost OR r.derived OR (
                            SELECT owner.entry_type = 'TRANSFER' FROM item_ledger_entry owner
                            WHERE owner.item_id = a.item_id AND owner.entry_no = a.owner_entry_no))
                    ORDER BY a.inbound_entry_no OFFSET 0)
                    UNION ALL
                    (SELECT a.owner_entry_no FROM item_application a
                    WHERE a.item_id = r.item_id AND a.outbound_entry_no BETWEEN r.entry_no AND r.entry_no AND a.quantity > 0
                        AND a.removed_by_register_no IS NULL
                    ORDER BY a.outbound_entry_no OFFSET 0)
                    UNION ALL
                    (SELECT a.owner_entry_no FROM item_application a
                    WHERE a.item_id = r.item_id AND a.transferred_from_entry_no BETWEEN r.entry_no AND r.entry_no
                        AND a.removed_by_register_no IS NULL
                    ORDER BY a.transferred_from_entry_no OFFSET 0)) AS receiver)
            SELECT r.item_id, r.entry_no FROM reached r
            UNION
            SELECT w.item_id, v.item_ledger_entry_no
            FROM unnest(items, averages_from) AS w (item_id, average_from)
            JOIN item i ON i.id = w.item_id AND i.costing_method = 'AVERAGE'
            CROSS JOIN LATERAL (
                SELECT o.item_ledger_entry_no FROM value_entry o
                WHERE o.item_id = w.item_id AND o.valuation_date >= w.average_from ORDER BY o.valuation_date OFFSET 0) AS v) AS member;

        SELECT array_agg(source.item_id), array_agg(source.entry_no) INTO source_items, source_entries
        FROM (
            SELECT DISTINCT m.item_id, giver.entry_no
            FROM unnest(member_items, member_entries) AS m (item_id, entry_no) CROSS JOIN LATERAL (
                (SELECT a.inbound_entry_no AS entry_no FROM item_application a
                WHERE a.item_id = m.item_id AND a.outbound_entry_no BETWEEN m.entry_no AND m.entry_no AND a.quantity < 0
                    AND a.removed_by_register_no IS NULL AND (a.carries_cost OR (
                        SELECT owner.entry_type = 'TRANSFER' FROM item_ledger_entry owner
                        WHERE owner.item_id = a.item_id AND owner.entry_no = a.owner_entry_no))
                ORDER BY a.outbound_entry_no OFFSET 0)
                UNION ALL
                SELECT unnest(ARRAY[g.outbound_entry_no, g.transferred_from_entry_no]) FROM (
                    SELECT a.outbound_entry_no, a.transferred_from_entry_no FROM item_application a
                    WHERE a.item_id = m.item_id AND a.inbound_entry_no BETWEEN m.entry_no AND m.entry_no AND a.quantity > 0
                        AND a.outbound_entry_no IS NOT NULL AND a.removed_by_register_no IS NULL
                    ORDER BY a.inbound_entry_no OFFSET 0) AS g) AS giver
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
            WHERE o.item_id = n.item_id AND o.inbound_entry_no BETWEEN n.entry_no AND n.entry_no AND o.quantity < 0
                AND o.removed_by_register_no IS NULL
            ORDER BY o.inbound_entry_no OFFSET 0) AS a
        WHERE (SELECT i.costing_method <> 'AVERAGE' FROM item i WHERE i.id = n.item_id);
    END IF;

    IF open_items IS NOT NULL OR member_items IS NOT NULL OR whole_items IS NOT NULL THEN
        SELECT array_agg(s.item_id), array_agg(s.first_no), array_agg(s.last_no) INTO chosen_items, chosen_first, chosen_last
        FROM (
            SELECT DISTINCT c.item_id, c.entry_no AS first_no, c.entry_no AS last_no FROM unnest(
                open_items || member_items || source_items || taker_items,
                open_entries || member_entries || source_entries || taker_entries) AS c (item_id, entry_no)
            WHERE whole_items IS NULL OR c.item_id <> ALL (whole_items)
            UNION ALL
            SELECT w.item_id, 0, 9223372036854775807 FROM unnest(whole_items) AS w (item_id)) AS s;
    END IF;
    kept := set_config('stockbook.items', coalesce(chosen_items::text, '{}'), true);
    kept := set_config('stockbook.first_entries', coalesce(chosen_first::text, '{}'), true);
    kept := set_config('stockbook.last_entries', coalesce(chosen_last::text, '{}'), true);
    IF chosen_items IS NOT NULL THEN
        RETURN QUERY SELECT * FROM unnest(chosen_items, chosen_first, chosen_last);
    END IF;
END $$;
