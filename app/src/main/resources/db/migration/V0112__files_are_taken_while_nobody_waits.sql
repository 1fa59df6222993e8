-- A large file takes minutes: whoever hands it in wants to go on meanwhile, see how far it is, stop it, and find every bad row afterwards.
ALTER TYPE run_kind ADD VALUE 'IMPORT';

CREATE TABLE import_run (
    cost_run_id bigint PRIMARY KEY REFERENCES cost_run ON DELETE CASCADE,
    collection text NOT NULL,
    file_name text NOT NULL,
    dry_run boolean NOT NULL,
    rows_created integer NOT NULL DEFAULT 0,
    rows_changed integer NOT NULL DEFAULT 0,
    rows_refused integer NOT NULL DEFAULT 0,
    problem_code text NOT NULL DEFAULT '',
    problem_values jsonb NOT NULL DEFAULT '{}'
);
COMMENT ON TABLE import_run IS 'What came of a file that was taken as a job; its rows, and how many of them are done, are told by the run.';
COMMENT ON COLUMN import_run.problem_code IS 'Why nothing was taken; empty where all rows were.';

CREATE TABLE import_issue (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    cost_run_id bigint NOT NULL REFERENCES import_run ON DELETE CASCADE,
    line integer NOT NULL,
    field text NOT NULL,
    value text NOT NULL,
    code text NOT NULL,
    parameters jsonb NOT NULL
);
COMMENT ON TABLE import_issue IS 'Why a row of a file could not be taken.';
CREATE INDEX ON import_issue (cost_run_id, id);
