-- A valuation as of a past day adds up everything before it. By days that is half as many rows as the ledger where items move
-- every other day; whole months before the period are summed once here, and only the days of the period's own months are read.

CREATE TABLE inventory_monthly (
    item_id bigint NOT NULL,
    variant_id bigint NOT NULL,
    location_id bigint NOT NULL,
    first_day date NOT NULL CHECK (extract(day FROM first_day) = 1),
    quantity numeric(18,5) NOT NULL,
    cost_amount_actual numeric(18,2) NOT NULL,
    cost_amount_expected numeric(18,2) NOT NULL,
    cost_posted_to_gl numeric(18,2) NOT NULL,
    PRIMARY KEY (item_id, first_day, variant_id, location_id)
) WITH (fillfactor = 50);
COMMENT ON TABLE inventory_monthly IS 'Movements of quantity and value per month of posting dates, for what lies before the period of a report.';
COMMENT ON COLUMN inventory_monthly.first_day IS 'The first day of the month.';

INSERT INTO inventory_monthly
SELECT item_id, variant_id, location_id, date_trunc('month', posting_date)::date, sum(quantity), sum(cost_amount_actual),
    sum(cost_amount_expected), sum(cost_posted_to_gl)
FROM inventory_daily GROUP BY 1, 2, 3, 4;

-- What is read between two days, over all items.
CREATE INDEX inventory_monthly_by_month ON inventory_monthly (first_day);
