-- The list of what runs low looks at those items only that have a reorder point, and the start page counts them each time it is opened.

CREATE INDEX item_with_reorder_point ON item (id) WHERE reorder_point > 0;
