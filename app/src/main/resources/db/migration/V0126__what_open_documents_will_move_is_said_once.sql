-- Three queries said each for itself which open lines will change stock, and only one of them knew transfers: a place that receives a transfer
-- tomorrow looked short, one that ships one looked rich. They all read this view now.
CREATE VIEW planned_movement AS
SELECT h.id AS document_header_id, h.kind, h.no AS document_no, l.line_no, l.item_id, l.variant_id,
    side.location_id, side.other_location_id, side.planned_on, side.quantity * l.quantity_per_unit AS quantity
FROM document_line l
JOIN document_header h ON h.id = l.document_header_id
JOIN item i ON i.id = l.item_id AND i.item_type = 'INVENTORY'
CROSS JOIN LATERAL (
    SELECT l.location_id, NULL::bigint AS other_location_id, coalesce(h.requested_date, h.posting_date) AS planned_on, l.quantity - l.quantity_handled AS quantity
    WHERE h.kind IN ('PURCHASE_ORDER', 'PURCHASE_INVOICE', 'SALES_RETURN_ORDER', 'SALES_CREDIT_MEMO')
    UNION ALL
    SELECT l.location_id, NULL, coalesce(h.requested_date, h.posting_date), l.quantity_handled - l.quantity
    WHERE h.kind IN ('SALES_ORDER', 'SALES_INVOICE', 'PURCHASE_RETURN_ORDER', 'PURCHASE_CREDIT_MEMO')
    UNION ALL
    SELECT h.location_id, h.to_location_id, coalesce(h.shipment_date, h.posting_date), l.quantity_handled - l.quantity
    WHERE h.kind = 'TRANSFER_ORDER'
    UNION ALL
    SELECT h.in_transit_location_id, h.to_location_id, coalesce(h.receipt_date, h.posting_date), l.quantity_invoiced - l.quantity_handled
    WHERE h.kind = 'TRANSFER_ORDER'
    UNION ALL
    SELECT h.to_location_id, h.location_id, coalesce(h.receipt_date, h.posting_date), l.quantity - l.quantity_invoiced
    WHERE h.kind = 'TRANSFER_ORDER') AS side
WHERE side.quantity <> 0
    AND NOT EXISTS (SELECT FROM document_line_link k WHERE k.document_line_id = l.id AND k.link_kind = 'TAKEN_FROM');
COMMENT ON VIEW planned_movement IS 'In base units, receipts above zero, issues below. A transfer leaves, is on the way and arrives, so that it sums to zero where no place is asked for.';
COMMENT ON COLUMN planned_movement.other_location_id IS 'Transfers: where the goods go to or come from.';
