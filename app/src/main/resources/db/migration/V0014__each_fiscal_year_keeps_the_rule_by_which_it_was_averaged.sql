-- Changing how average cost is pooled must not reach back into closed years, so each fiscal year keeps its own rule
-- (spec costing 7). Years without a row follow the inventory setup.

CREATE TABLE average_cost_rule (
    fiscal_year_start date PRIMARY KEY REFERENCES accounting_period ON UPDATE CASCADE ON DELETE CASCADE,
    average_cost_calculation average_cost_calculation NOT NULL,
    average_cost_period average_cost_period NOT NULL
);

-- Every posting needs the setups, and they hardly ever change: the program keeps them and asks only for this number.
CREATE TABLE setup_revision (
    id smallint PRIMARY KEY DEFAULT 1 CHECK (id = 1),
    revision bigint NOT NULL
);
INSERT INTO setup_revision (revision) VALUES (1);

CREATE FUNCTION raise_setup_revision() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE setup_revision SET revision = revision + 1;
    RETURN NULL;
END $$;

DO $$
DECLARE
    name text;
BEGIN
    FOREACH name IN ARRAY ARRAY['gl_account', 'general_posting_setup', 'inventory_posting_setup', 'general_ledger_setup',
        'general_business_group', 'general_product_group', 'inventory_posting_group', 'location', 'inventory_setup',
        'inventory_period', 'accounting_period', 'average_cost_rule', 'user_setup', 'company'] LOOP
        EXECUTE format('CREATE TRIGGER setup_revision AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON %I
            FOR EACH STATEMENT EXECUTE FUNCTION raise_setup_revision()', name);
    END LOOP;
END $$;
