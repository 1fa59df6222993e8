package org.stockbook.demo;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.stockbook.journals.BatchDetails;
import org.stockbook.journals.ItemJournals;
import org.stockbook.journals.JournalAddress;
import org.stockbook.journals.JournalField;
import org.stockbook.journals.JournalKind;
import org.stockbook.journals.JournalLineChange;
import org.stockbook.journals.JournalPosting;
import org.stockbook.kernel.ledger.EntryType;
import org.stockbook.kernel.ledger.ItemLedgerEntryNo;

/** Posts lines of trade as people do: types them into a batch of a journal and posts the batch. */
@Component
class PostTrade {
    private static final String DOMESTIC = "DOMESTIC";

    private final ItemJournals journals;
    private final TradeStore store;

    PostTrade(ItemJournals journals, TradeStore store) {
        this.journals = journals;
        this.store = store;
    }

    /**
     * Posts lines of one kind of journal, all of them in one register.
     *
     * @return the entries that the lines made; of a journal other than a reclassification one for each line, in their order
     * @throws IllegalStateException if a line is refused, because whoever made up this trade made a mistake
     */
    @Transactional
    public List<ItemLedgerEntryNo> post(JournalKind kind, String batch, List<TradeLine> lines) {
        if (lines.isEmpty()) {
            return List.of();
        }
        var address = JournalAddress.of(kind, batch);
        if (journals.batch(address).isEmpty()) {
            journals.create(address, new BatchDetails("", "", "", "", ""));
        }
        journals.save(address, lines.stream().map(line -> new JournalLineChange.Added(0, values(line))).toList());
        return switch (journals.post(address, 0, "")) {
            case JournalPosting.Posted posted -> entries(posted, kind, lines);
            case JournalPosting.Refused refused -> throw new IllegalStateException("refused: "
                    + refused.issues().stream().limit(5).map(Object::toString).collect(Collectors.joining("; ")));
        };
    }

    private List<ItemLedgerEntryNo> entries(JournalPosting.Posted posted, JournalKind kind, List<TradeLine> lines) {
        var entries = store.entriesOf(posted.register());
        if (kind == JournalKind.ITEM && entries.size() != lines.size()) {
            throw new IllegalStateException(lines.size() + " lines made " + entries.size() + " entries");
        }
        return entries;
    }

    /** Purchases and sales are with domestic partners; everything else is internal. */
    private static Map<JournalField, String> values(TradeLine line) {
        var values = new EnumMap<JournalField, String>(JournalField.class);
        values.put(JournalField.POSTING_DATE, line.date().toString());
        values.put(JournalField.DOCUMENT_DATE, line.date().toString());
        values.put(JournalField.ENTRY_TYPE, word(line.type()));
        values.put(JournalField.DOCUMENT_NO, line.document().code());
        values.put(JournalField.ITEM, line.item().code());
        values.put(JournalField.VARIANT, line.place().variant().code());
        values.put(JournalField.LOCATION, line.place().location().code());
        values.put(JournalField.QUANTITY, (line.type().leavesStock() && line.type() != EntryType.TRANSFER ? line.quantity().negated() : line.quantity())
                .value().toPlainString());
        values.put(JournalField.SERIAL_NO, line.serial().code());
        line.returnOf().ifPresent(sale -> values.put(JournalField.APPLIES_FROM_ENTRY, Long.toString(sale.value())));
        switch (line.type()) {
            case PURCHASE, SALE -> {
                values.put(JournalField.UNIT_AMOUNT, line.unitAmount().toPlainString());
                values.put(JournalField.BUSINESS_GROUP, DOMESTIC);
            }
            case POSITIVE_ADJUSTMENT -> values.put(JournalField.UNIT_AMOUNT, line.unitAmount().toPlainString());
            case TRANSFER -> values.put(JournalField.NEW_LOCATION, line.to().code());
            case NEGATIVE_ADJUSTMENT, CONSUMPTION, OUTPUT, ASSEMBLY_CONSUMPTION, ASSEMBLY_OUTPUT -> {}
        }
        return values;
    }

    private static String word(EntryType type) {
        return switch (type) {
            case PURCHASE -> "purchase";
            case SALE -> "sale";
            case POSITIVE_ADJUSTMENT -> "positiveAdjustment";
            case NEGATIVE_ADJUSTMENT -> "negativeAdjustment";
            case TRANSFER -> "transfer";
            case CONSUMPTION, OUTPUT, ASSEMBLY_CONSUMPTION, ASSEMBLY_OUTPUT -> throw new IllegalArgumentException("no line of a journal: " + type);
        };
    }
}
