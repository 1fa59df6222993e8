-- Lists ask what was where at the end of a day, what moved in a period, and what was known of it at a moment, at some places and of some variants.
-- One function says which kept sums answer that, so that lists of several rooms add up the same: what is there now comes from the balances,
-- past days from whole months and the days of the month they lie in, and only what was known earlier from the ledger itself. It is a plain
-- query, which the planner takes into the one that asks; branches that do not apply are never read.

CREATE FUNCTION stock_at(period_from date, period_to date, known_at timestamptz, location_codes text[], variant_codes text[])
RETURNS TABLE (item_id bigint, variant_id bigint, location_id bigint, quantity numeric, quantity_before numeric, cost_amount_actual numeric, cost_amount_expected numeric)
LANGUAGE sql STABLE AS $$
    SELECT s.item_id, s.variant_id, s.location_id, s.quantity, s.quantity_before, s.cost_amount_actual, s.cost_amount_expected FROM (
        SELECT b.item_id, b.variant_id, b.location_id, b.quantity::numeric AS quantity, 0::numeric AS quantity_before,
            b.cost_amount_actual::numeric AS cost_amount_actual, b.cost_amount_expected::numeric AS cost_amount_expected
        FROM inventory_balance b WHERE known_at IS NULL AND period_to IS NULL
        UNION ALL
        SELECT m.item_id, m.variant_id, m.location_id, m.quantity, 0, m.cost_amount_actual, m.cost_amount_expected
        FROM inventory_monthly m WHERE known_at IS NULL AND m.first_day < date_trunc('month', period_to::timestamp)::date
        UNION ALL
        SELECT d.item_id, d.variant_id, d.location_id, d.quantity, 0, d.cost_amount_actual, d.cost_amount_expected
        FROM inventory_daily d WHERE known_at IS NULL AND d.posting_date >= date_trunc('month', period_to::timestamp)::date AND d.posting_date <= period_to
        UNION ALL
        SELECT m.item_id, m.variant_id, m.location_id, 0, m.quantity, 0, 0
        FROM inventory_monthly m WHERE known_at IS NULL AND m.first_day < date_trunc('month', period_from::timestamp)::date
        UNION ALL
        SELECT d.item_id, d.variant_id, d.location_id, 0, d.quantity, 0, 0
        FROM inventory_daily d WHERE known_at IS NULL AND d.posting_date >= date_trunc('month', period_from::timestamp)::date AND d.posting_date < period_from
        UNION ALL
        SELECT v.item_id, v.variant_id, v.location_id, v.item_ledger_entry_quantity,
            CASE WHEN v.posting_date < period_from THEN v.item_ledger_entry_quantity ELSE 0 END, v.cost_amount_actual, v.cost_amount_expected
        FROM value_entry v JOIN item_register r ON r.no = v.item_register_no
        WHERE known_at IS NOT NULL AND r.created_at <= known_at AND (period_to IS NULL OR v.posting_date <= period_to)) AS s
    WHERE (location_codes IS NULL OR s.location_id IN (SELECT l.id FROM location l WHERE l.code = ANY (location_codes)))
        AND (variant_codes IS NULL OR s.variant_id IN (SELECT i.id FROM item_variant i WHERE i.code = ANY (variant_codes)))
$$;
COMMENT ON FUNCTION stock_at IS 'Quantities and costs at the end of a period, and quantities before it, in several rows for each item, variant and location; nothing asked for is no restriction.';
