-- Narrow sums, kept in the transaction that posts, so that no page and no report sums a ledger. They are raised in place:
-- the lock on the item lets only one posting of an item run at a time, so two postings never wait for the same row, and
-- readers find one row per key. Rebuilding and checking them is a plain GROUP BY of value_entry.

CREATE TABLE inventory_balance (
    item_id bigint NOT NULL,
    variant_id bigint NOT NULL,
    location_id bigint NOT NULL,
    quantity numeric(18,5) NOT NULL,
    invoiced_quantity numeric(18,5) NOT NULL,
    cost_amount_actual numeric(18,2) NOT NULL,
    cost_amount_expected numeric(18,2) NOT NULL,
    PRIMARY KEY (item_id, variant_id, location_id)
) WITH (fillfactor = 50);
COMMENT ON TABLE inventory_balance IS 'What is where now, and what it is worth.';
CREATE INDEX ON inventory_balance (location_id);

CREATE TABLE inventory_daily (
    item_id bigint NOT NULL,
    variant_id bigint NOT NULL,
    location_id bigint NOT NULL,
    posting_date date NOT NULL,
    item_ledger_entry_type entry_type NOT NULL,
    value_entry_type value_entry_type NOT NULL,
    variance_type variance_type NOT NULL,
    order_type order_type NOT NULL,
    quantity numeric(18,5) NOT NULL,
    invoiced_quantity numeric(18,5) NOT NULL,
    cost_amount_actual numeric(18,2) NOT NULL,
    cost_amount_expected numeric(18,2) NOT NULL,
    cost_amount_non_inventoriable numeric(18,2) NOT NULL,
    cost_posted_to_gl numeric(18,2) NOT NULL,
    expected_cost_posted_to_gl numeric(18,2) NOT NULL,
    sales_amount_actual numeric(18,2) NOT NULL,
    purchase_amount_actual numeric(18,2) NOT NULL,
    PRIMARY KEY (item_id, posting_date, variant_id, location_id, item_ledger_entry_type, value_entry_type, variance_type, order_type)
) WITH (fillfactor = 80);
COMMENT ON TABLE inventory_daily IS 'Movements of quantity and value per posting date: valuation and reconciliation as of any date.';
CREATE INDEX ON inventory_daily (posting_date);

CREATE TABLE pool_daily (
    item_id bigint NOT NULL,
    variant_id bigint NOT NULL,
    location_id bigint NOT NULL,
    valuation_date date NOT NULL,
    quantity numeric(18,5) NOT NULL,
    invoiced_quantity numeric(18,5) NOT NULL,
    cost_amount numeric(18,2) NOT NULL,
    valued_decreases bigint NOT NULL,
    PRIMARY KEY (item_id, valuation_date, variant_id, location_id)
) WITH (fillfactor = 80);
COMMENT ON TABLE pool_daily IS
    'Average items only: quantity and value per valuation date, so that an issue takes the average without loading what it is the average of.';
COMMENT ON COLUMN pool_daily.valued_decreases IS 'How many value entries of that date are valued by average cost.';
