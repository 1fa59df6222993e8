-- Who looks for the last entry of an item by valuation date and number finds it at the end of the index, however many entries
-- the day has.
DROP INDEX value_entry_by_valuation_date;
CREATE INDEX value_entry_by_valuation_date ON value_entry (item_id, valuation_date, item_ledger_entry_no);
