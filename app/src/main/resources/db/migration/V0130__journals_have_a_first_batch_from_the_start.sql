-- A program that only reads must change nothing, so the first batch of a journal is there from the start and not made when somebody looks for it.

INSERT INTO journal_template (name, journal_type, recurring, source_code, number_series_id)
SELECT made.name, made.journal_type::journal_type, made.recurring, made.source_code, CASE WHEN NOT made.recurring THEN s.journal_number_series_id END
FROM (VALUES ('ITEM', 'ITEM', false, 'ITEMJNL'), ('RECLASS', 'TRANSFER', false, 'RECLASSJNL'), ('REVALUE', 'REVALUATION', false, 'REVALJNL'),
        ('RECURRING', 'ITEM', true, 'ITEMJNL')) AS made (name, journal_type, recurring, source_code), inventory_setup s
ON CONFLICT DO NOTHING;

CREATE FUNCTION give_journals_their_first_batch() RETURNS void LANGUAGE sql AS $$
    INSERT INTO journal_batch (journal_template_id, name, number_series_id, posting_number_series_id, reason_code)
    SELECT t.id, 'DEFAULT', t.number_series_id, t.posting_number_series_id, t.reason_code
    FROM journal_template t WHERE NOT EXISTS (SELECT FROM journal_batch b WHERE b.journal_template_id = t.id)
    ON CONFLICT DO NOTHING
$$;
SELECT give_journals_their_first_batch();

-- Who deletes the last batch finds an empty one in its place.
CREATE FUNCTION journals_keep_a_batch() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM give_journals_their_first_batch();
    RETURN NULL;
END $$;
CREATE TRIGGER journals_keep_a_batch AFTER DELETE ON journal_batch FOR EACH STATEMENT EXECUTE FUNCTION journals_keep_a_batch();

-- A company names the series of its journals after it was founded: journals that have none yet, and their batches that nobody has used, take it.
CREATE FUNCTION journals_take_the_series_of_the_company() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE journal_template SET number_series_id = NEW.journal_number_series_id
    WHERE NOT recurring AND number_series_id IS NULL AND posting_number_series_id IS DISTINCT FROM NEW.journal_number_series_id;
    UPDATE journal_batch b SET number_series_id = NEW.journal_number_series_id
    FROM journal_template t
    WHERE t.id = b.journal_template_id AND NOT t.recurring AND b.name = 'DEFAULT' AND b.version = 0 AND b.number_series_id IS NULL
        AND b.posting_number_series_id IS DISTINCT FROM NEW.journal_number_series_id;
    RETURN NULL;
END $$;
CREATE TRIGGER journals_take_the_series_of_the_company AFTER UPDATE OF journal_number_series_id ON inventory_setup
    FOR EACH ROW WHEN (OLD.journal_number_series_id IS NULL AND NEW.journal_number_series_id IS NOT NULL)
    EXECUTE FUNCTION journals_take_the_series_of_the_company();

-- The general journal likewise, whose batches can now be deleted.
CREATE FUNCTION the_general_journal_keeps_a_batch() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO general_journal_batch (name) SELECT 'DEFAULT' WHERE NOT EXISTS (SELECT FROM general_journal_batch) ON CONFLICT DO NOTHING;
    RETURN NULL;
END $$;
CREATE TRIGGER the_general_journal_keeps_a_batch AFTER DELETE ON general_journal_batch
    FOR EACH STATEMENT EXECUTE FUNCTION the_general_journal_keeps_a_batch();
