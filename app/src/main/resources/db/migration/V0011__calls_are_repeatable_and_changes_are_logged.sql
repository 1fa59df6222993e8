-- What the platform keeps for everybody: an interrupted call can be sent again without posting twice, and changes of setup and
-- master data say who, when, from what, to what.

CREATE TABLE idempotency_key (
    user_id bigint NOT NULL REFERENCES app_user,
    key varchar(100) NOT NULL,
    request_hash text NOT NULL,
    response_status smallint NOT NULL,
    response_body text NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (user_id, key)
);
CREATE INDEX ON idempotency_key (created_at);

CREATE TYPE audit_action AS ENUM ('INSERT', 'UPDATE', 'DELETE', 'ACTION');
CREATE TABLE audit_log (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    happened_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    user_id bigint NOT NULL REFERENCES app_user,
    table_name text NOT NULL,
    record_code text NOT NULL,
    action audit_action NOT NULL,
    changed_values jsonb NOT NULL DEFAULT '{}'
);
COMMENT ON COLUMN audit_log.changed_values IS 'Field name to a pair of old and new value.';
CREATE INDEX ON audit_log (table_name, record_code, happened_at);
CREATE INDEX ON audit_log (happened_at);
CREATE TRIGGER refuse_change BEFORE UPDATE OR DELETE ON audit_log FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON audit_log FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
