-- The customer wanted one thing and agreed to another: the line that carries the substitute says what was wanted, since who picks, who answers the
-- phone and who plans what to buy next ask for it.
ALTER TABLE document_line
    ADD COLUMN ordered_item_id bigint REFERENCES item ON DELETE SET NULL,
    ADD COLUMN ordered_variant_id bigint REFERENCES item_variant ON DELETE SET NULL;
COMMENT ON COLUMN document_line.ordered_item_id IS 'Null where the line carries what was ordered.';
CREATE INDEX ON document_line (ordered_item_id) WHERE ordered_item_id IS NOT NULL;
CREATE INDEX ON document_line (ordered_variant_id) WHERE ordered_variant_id IS NOT NULL;
