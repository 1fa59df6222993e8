-- Lists search inside numbers and names (pg_trgm), and validity periods of one key must not overlap (btree_gist).
-- Both extensions are "trusted": the owner of the database may create them, no superuser is needed.
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS btree_gist;
