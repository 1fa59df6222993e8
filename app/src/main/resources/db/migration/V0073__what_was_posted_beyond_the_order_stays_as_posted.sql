-- The quantity that was received beyond the order came to posted lines after their protection was written; it is as unchangeable as the rest.

CREATE TRIGGER refuse_update_of_over_receipt BEFORE UPDATE OF over_receipt_quantity
    ON posted_document_line FOR EACH ROW EXECUTE FUNCTION refuse_change();
