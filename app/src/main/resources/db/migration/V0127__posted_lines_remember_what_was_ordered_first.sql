-- Who ships and who invoices a substitute is asked for what was ordered as well. A posted line keeps its name, since what was never posted may be deleted.
ALTER TABLE posted_document_line
    ADD COLUMN ordered_item_no varchar(20) NOT NULL DEFAULT '',
    ADD COLUMN ordered_variant_code varchar(10) NOT NULL DEFAULT '';
COMMENT ON COLUMN posted_document_line.ordered_item_no IS 'Empty where the line carries what was ordered.';
CREATE TRIGGER refuse_update_of_what_was_ordered BEFORE UPDATE OF ordered_item_no, ordered_variant_code
    ON posted_document_line FOR EACH ROW EXECUTE FUNCTION refuse_change();
