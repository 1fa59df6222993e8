-- Posting a document read its setups anew each time. They are kept now until the number rises, so it rises with each of them.
DO $$
DECLARE
    name text;
BEGIN
    FOREACH name IN ARRAY ARRAY['vat_posting_setup', 'vat_business_group', 'vat_product_group', 'vendor_posting_group', 'customer_posting_group',
        'document_setup', 'responsibility_center', 'number_series', 'document_number_series'] LOOP
        EXECUTE format('CREATE TRIGGER setup_revision AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON %I
            FOR EACH STATEMENT EXECUTE FUNCTION raise_setup_revision()', name);
    END LOOP;
END $$;
-- Signing in writes to users as well, and changes nothing that is kept.
CREATE TRIGGER setup_revision AFTER UPDATE OF login ON app_user FOR EACH STATEMENT EXECUTE FUNCTION raise_setup_revision();
