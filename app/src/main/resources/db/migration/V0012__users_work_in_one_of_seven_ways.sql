-- The permission matrix of the program knows seven kinds of work; the four of the first draft were too coarse to keep buyers from posting
-- journals and warehouse workers from seeing costs.
ALTER TYPE permission_set RENAME VALUE 'CLERK' TO 'INVENTORY_CLERK';
ALTER TYPE permission_set ADD VALUE 'BUYER';
ALTER TYPE permission_set ADD VALUE 'SELLER';
ALTER TYPE permission_set ADD VALUE 'WAREHOUSE_WORKER';
