-- Documents ask what cards demand of dimensions; which kinds of cards demand anything is kept until it changes.
CREATE TRIGGER setup_revision AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON default_dimension
    FOR EACH STATEMENT EXECUTE FUNCTION raise_setup_revision();
