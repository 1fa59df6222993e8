-- Few rows of a ledger travel as one array of rows, which the server takes apart again. The row type of a table would do, but each use
-- of it copies all checks and defaults of the table, a twentieth of a posting's time; these types have the same columns and nothing
-- else. Who adds a column to one of the tables makes its type anew.

DO $$
DECLARE
    written text;
BEGIN
    FOREACH written IN ARRAY ARRAY['item_ledger_entry', 'value_entry', 'item_application', 'pending_gl_posting', 'unadjusted_cost_point',
        'inventory_balance', 'inventory_daily', 'inventory_monthly', 'pool_daily', 'stockkeeping_unit',
        'gl_entry', 'gl_account_movement', 'gl_entry_value_entry']
    LOOP
        EXECUTE format('CREATE TYPE %I AS (%s)', written || '_row', (
            SELECT string_agg(format('%I %s', attname, format_type(atttypid, atttypmod)), ', ' ORDER BY attnum)
            FROM pg_attribute WHERE attrelid = written::regclass AND attnum > 0 AND NOT attisdropped));
    END LOOP;
END $$;
