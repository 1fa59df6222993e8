package org.stockbook.documents.store;

import java.util.Collection;
import java.util.Set;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.stockbook.documents.partners.PartnerUse;

/** What refers to vendors and customers. */
@Repository
class PartnerUseInPostgres implements PartnerUse {
    private static final String USED = """
            SELECT p.no FROM %1$s p WHERE p.no = ANY (?::text[])
                AND (EXISTS (SELECT FROM document_header h WHERE h.%1$s_id = p.id OR h.billing_%1$s_id = p.id)
                    OR EXISTS (SELECT FROM %1$s_ledger_entry e WHERE e.%1$s_id = p.id)
                    OR EXISTS (SELECT FROM posted_document d WHERE d.%1$s_id = p.id))""";

    private final DSLContext dsl;

    PartnerUseInPostgres(DSLContext dsl) {
        this.dsl = dsl;
    }

    @Override
    public Set<String> used(String collection, Collection<String> numbers) {
        var table = collection.substring(0, collection.length() - 1);
        return dsl.resultQuery(USED.formatted(table), (Object) numbers.toArray(String[]::new)).fetchSet(0, String.class);
    }
}
