-- A valuation at actual cost counts the goods that this cost belongs to: those invoiced. Days know them, months now do, too.
ALTER TABLE inventory_monthly ADD COLUMN invoiced_quantity numeric(18,5) NOT NULL DEFAULT 0;
UPDATE inventory_monthly m SET invoiced_quantity = d.invoiced_quantity
FROM (SELECT item_id, variant_id, location_id, date_trunc('month', posting_date)::date AS first_day, sum(invoiced_quantity) AS invoiced_quantity
    FROM inventory_daily GROUP BY 1, 2, 3, 4) AS d
WHERE m.item_id = d.item_id AND m.variant_id = d.variant_id AND m.location_id = d.location_id AND m.first_day = d.first_day;
ALTER TABLE inventory_monthly ALTER COLUMN invoiced_quantity DROP DEFAULT;

-- Rows of a few months travel as an array of this type, which has the columns of the table in their order.
ALTER TYPE inventory_monthly_row ADD ATTRIBUTE invoiced_quantity numeric(18,5);
