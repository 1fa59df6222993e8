package org.stockbook.inventory.store.ledger;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.stockbook.kernel.book.ItemChanges;
import org.stockbook.kernel.code.PartnerNo;
import org.stockbook.kernel.ledger.ItemLedgerEntry;
import org.stockbook.kernel.ledger.ValueEntry;
import org.stockbook.kernel.origin.Origin;
import org.stockbook.kernel.origin.PartnerType;
import org.stockbook.platform.database.ArrayText;
import org.stockbook.platform.database.RoundTrip;

/** The keys of the partners that new entries name; asked for only if any does. */
final class PartnerKeys {
    private static final String QUERY = """
            SELECT 'CUSTOMER', no, id FROM customer WHERE no = ANY (?::text[])
            UNION ALL SELECT 'VENDOR', no, id FROM vendor WHERE no = ANY (?::text[])
            UNION ALL SELECT 'ITEM', no, id FROM item WHERE no = ANY (?::text[])""";

    private final Map<Partner, Long> keys = new HashMap<>();

    static PartnerKeys of(DSLContext dsl, Collection<ItemChanges> changes) {
        var partners = new PartnerKeys();
        var numbers = changes.stream()
                .flatMap(PartnerKeys::origins)
                .filter(origin -> origin.partnerType() != PartnerType.NONE)
                .map(origin -> origin.partner().code())
                .distinct()
                .toList();
        if (!numbers.isEmpty()) {
            var array = ArrayText.ofTexts(numbers);
            new RoundTrip()
                    .query(QUERY, row -> partners.keys.put(
                            new Partner(PartnerType.valueOf(row.getString(1)), new PartnerNo(row.getString(2))), row.getLong(3)),
                            array, array, array)
                    .run(dsl);
        }
        return partners;
    }

    /** 0 where the entry names none. */
    long of(Origin origin) {
        if (origin.partnerType() == PartnerType.NONE) {
            return 0;
        }
        var key = keys.get(new Partner(origin.partnerType(), origin.partner()));
        if (key == null) {
            throw new IllegalStateException("no " + origin.partnerType() + " " + origin.partner());
        }
        return key;
    }

    private static Stream<Origin> origins(ItemChanges changes) {
        return Stream.concat(
                changes.entries().stream().map(ItemLedgerEntry::origin), changes.values().stream().map(ValueEntry::origin));
    }

    private record Partner(PartnerType type, PartnerNo no) {}
}
