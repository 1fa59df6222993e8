-- People ask who changed this field: the log is read with one row per field, newest first, for one record or for all.
CREATE VIEW change_log AS
SELECT log.id * 1000 + field.position AS entry_no,
       log.happened_at,
       log.user_id,
       log.table_name,
       log.record_code,
       log.action,
       field.name AS field_name,
       field.change ->> 0 AS old_value,
       field.change ->> 1 AS new_value
FROM audit_log log
CROSS JOIN LATERAL (
    SELECT key AS name, value AS change, row_number() OVER (ORDER BY key) AS position
    FROM jsonb_each(CASE WHEN log.changed_values = '{}' THEN '{"": ["", ""]}'::jsonb ELSE log.changed_values END)
) field;
COMMENT ON VIEW change_log IS 'The audit log with a row for each field that changed; at most 999 fields of a record.';
