-- Most postings change one balance. The stock of its item follows row by row, without gathering the rows of a statement first, of
-- which an upsert gathered two sets, one of them empty.

DROP TRIGGER item_stock_after_insert ON inventory_balance;
DROP TRIGGER item_stock_after_update ON inventory_balance;
DROP TRIGGER item_stock_after_delete ON inventory_balance;
DROP FUNCTION add_to_item_stock();

CREATE FUNCTION add_to_item_stock() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO item_stock AS s (item_id, quantity, cost_amount)
        VALUES (NEW.item_id, NEW.quantity, NEW.cost_amount_actual + NEW.cost_amount_expected)
        ON CONFLICT (item_id) DO UPDATE SET quantity = s.quantity + excluded.quantity, cost_amount = s.cost_amount + excluded.cost_amount;
    RETURN NULL;
END $$;
CREATE FUNCTION change_item_stock() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE item_stock s SET quantity = s.quantity + NEW.quantity - OLD.quantity,
        cost_amount = s.cost_amount + NEW.cost_amount_actual + NEW.cost_amount_expected - OLD.cost_amount_actual - OLD.cost_amount_expected
    WHERE s.item_id = NEW.item_id;
    RETURN NULL;
END $$;
CREATE FUNCTION take_from_item_stock() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE item_stock s SET quantity = s.quantity - OLD.quantity, cost_amount = s.cost_amount - OLD.cost_amount_actual - OLD.cost_amount_expected
    WHERE s.item_id = OLD.item_id;
    RETURN NULL;
END $$;
CREATE TRIGGER item_stock_after_insert AFTER INSERT ON inventory_balance FOR EACH ROW EXECUTE FUNCTION add_to_item_stock();
CREATE TRIGGER item_stock_after_update AFTER UPDATE OF quantity, cost_amount_actual, cost_amount_expected ON inventory_balance
    FOR EACH ROW EXECUTE FUNCTION change_item_stock();
CREATE TRIGGER item_stock_after_delete AFTER DELETE ON inventory_balance FOR EACH ROW EXECUTE FUNCTION take_from_item_stock();
