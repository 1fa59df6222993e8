-- Receiving may raise a line above what was ordered, within a tolerance that is always measured from what was ordered.
-- What a receipt has taken stays known on the line, and an item may have a tolerance of its own.

ALTER TABLE document_line ADD COLUMN over_received_quantity numeric(18,5) NOT NULL DEFAULT 0;
COMMENT ON COLUMN document_line.over_receipt_quantity IS 'By how much the quantity was raised for what is to be received next.';
COMMENT ON COLUMN document_line.over_received_quantity IS
    'What earlier receipts have brought beyond the order; what was ordered is quantity less over_receipt_quantity less this.';

ALTER TABLE item ADD COLUMN over_receipt_code_id bigint REFERENCES over_receipt_code;
CREATE INDEX item_by_over_receipt_code ON item (over_receipt_code_id) WHERE over_receipt_code_id IS NOT NULL;
