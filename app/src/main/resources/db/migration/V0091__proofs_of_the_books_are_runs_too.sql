-- A proof of the books takes long in a large company: whoever started it wants to see how far it is, and to stop it, as with any other run.
ALTER TYPE run_kind ADD VALUE 'VERIFICATION';
ALTER TABLE verification ADD COLUMN cost_run_id bigint REFERENCES cost_run;
COMMENT ON COLUMN verification.cost_run_id IS 'The run that made the proof; proofs of earlier versions have none.';
CREATE INDEX ON verification (cost_run_id);
