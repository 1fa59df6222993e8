package org.stockbook.scenario.store;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.stockbook.journals.BatchDetails;
import org.stockbook.journals.ItemJournals;
import org.stockbook.journals.JournalAddress;
import org.stockbook.journals.JournalField;
import org.stockbook.journals.JournalKind;
import org.stockbook.journals.JournalLineChange;
import org.stockbook.journals.JournalPosting;
import org.stockbook.kernel.ledger.EntryType;
import org.stockbook.scenario.company.Outcome;
import org.stockbook.scenario.play.TypedLine;

/** Types lines into the journals and posts them there, as users do. */
final class TypedJournals {
    private static final String FIRST = "DEPARTMENT";
    private static final String SECOND = "PROJECT";

    private final ItemJournals journals;

    TypedJournals(ItemJournals journals) {
        this.journals = journals;
    }

    /** Journals show the two global dimensions of a line; others come from cards only. */
    static boolean canType(List<TypedLine> lines) {
        return lines.stream().allMatch(line -> Set.of(FIRST, SECOND).containsAll(line.dimensions().keySet())
                && Set.of(FIRST, SECOND).containsAll(line.newDimensions().keySet()));
    }

    /** Posts lines in their order; all of them are typed before the first is posted, so that none sees the cost of another. */
    Outcome post(List<TypedLine> lines) {
        var batches = new ArrayList<JournalAddress>();
        for (var run : runs(lines)) {
            var address = JournalAddress.of(kind(run.getFirst()), "S" + batches.size());
            if (journals.batch(address).isEmpty()) {
                journals.create(address, new BatchDetails("", "", "", "", ""));
            }
            journals.save(address, run.stream().map(line -> new JournalLineChange.Added(0, values(line))).toList());
            batches.add(address);
        }
        for (var batch : batches) {
            if (journals.post(batch, 0, "") instanceof JournalPosting.Refused(var issues)) {
                return new Outcome.Refused(issues.stream().map(issue -> issue.code() + " " + issue).toList());
            }
        }
        return Outcome.DONE;
    }

    /** Lines that one journal takes together. */
    private static List<List<TypedLine>> runs(List<TypedLine> lines) {
        var runs = new ArrayList<List<TypedLine>>();
        for (var line : lines) {
            if (runs.isEmpty() || kind(runs.getLast().getFirst()) != kind(line)) {
                runs.add(new ArrayList<>());
            }
            runs.getLast().add(line);
        }
        return runs;
    }

    private static JournalKind kind(TypedLine line) {
        return line.type() == EntryType.TRANSFER ? JournalKind.RECLASSIFICATION : JournalKind.ITEM;
    }

    private static Map<JournalField, String> values(TypedLine line) {
        var values = new EnumMap<JournalField, String>(JournalField.class);
        values.put(JournalField.POSTING_DATE, line.date().toString());
        values.put(JournalField.DOCUMENT_DATE, line.date().toString());
        values.put(JournalField.ENTRY_TYPE, word(line.type()));
        values.put(JournalField.DOCUMENT_NO, line.document());
        values.put(JournalField.ITEM, line.item());
        values.put(JournalField.VARIANT, line.place().variant().code());
        values.put(JournalField.LOCATION, line.place().location().code());
        values.put(JournalField.QUANTITY, line.quantity().toPlainString());
        values.put(JournalField.UNIT, line.unit());
        values.put(JournalField.SERIAL_NO, line.tracking().serial().code());
        values.put(JournalField.LOT_NO, line.tracking().lot().code());
        values.put(JournalField.DIMENSION_1, line.dimensions().getOrDefault(FIRST, ""));
        values.put(JournalField.DIMENSION_2, line.dimensions().getOrDefault(SECOND, ""));
        line.unitAmount().ifPresent(amount -> values.put(JournalField.UNIT_AMOUNT, amount.toPlainString()));
        line.appliesTo().ifPresent(entry -> values.put(JournalField.APPLIES_TO_ENTRY, Long.toString(entry.value())));
        line.appliesFrom().ifPresent(entry -> values.put(JournalField.APPLIES_FROM_ENTRY, Long.toString(entry.value())));
        if (line.type() == EntryType.TRANSFER) {
            values.put(JournalField.NEW_LOCATION, line.to().code());
            values.put(JournalField.NEW_VARIANT, line.place().variant().code());
            values.put(JournalField.NEW_DIMENSION_1, line.newDimensions().getOrDefault(FIRST, ""));
            values.put(JournalField.NEW_DIMENSION_2, line.newDimensions().getOrDefault(SECOND, ""));
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
