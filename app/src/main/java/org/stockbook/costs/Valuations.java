package org.stockbook.costs;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.stockbook.kernel.code.ItemNo;

/** What stock was worth (spec: reconciliation; design: as of, and as known at). */
public interface Valuations {
    /** One line per item with movement up to the end of the period, by group and item number; per item and place where places are the groups. */
    List<Line> value(Request request);

    /**
     * What is asked.
     *
     * @param from first day of the period shown
     * @param to the day as of which stock is valued
     * @param knownAt only entries registered up to then; all that are known now if empty
     * @param locations only these places; everywhere if empty
     * @param variants only these variants, blank for the item itself; all if empty
     * @param grouping what lines are grouped by
     * @param withExpected whether amounts hold expected cost beside actual cost, and quantities what is not invoiced yet (spec:
     *     reconciliation, section 9)
     */
    record Request(LocalDate from, LocalDate to, Optional<Instant> knownAt, Set<String> locations, Set<String> variants, Grouping grouping, boolean withExpected) {
        public Request {
            locations = Set.copyOf(locations);
            variants = Set.copyOf(variants);
        }

        /** @param location only this place; everywhere if empty */
        public Request(LocalDate from, LocalDate to, Optional<Instant> knownAt, String location, Grouping grouping, boolean withExpected) {
            this(from, to, knownAt, location.isEmpty() ? Set.of() : Set.of(location), Set.of(), grouping, withExpected);
        }

        public Request(LocalDate from, LocalDate to, Optional<Instant> knownAt, String location) {
            this(from, to, knownAt, location, Grouping.POSTING_GROUP, false);
        }
    }

    /** What items are grouped by. */
    enum Grouping {
        POSTING_GROUP,
        CATEGORY,
        LOCATION
    }

    /**
     * An item's value over the period; quantities in base units, amounts in local currency, decreases negative.
     *
     * @param group code of the posting group, category or location, empty for none
     * @param expected expected cost at the end, whether or not the amounts hold it
     */
    record Line(String group, String groupName, ItemNo item, String description, Movement opening, Movement increases, Movement decreases,
            BigDecimal expected, BigDecimal postedToGeneralLedger) {
        public Movement closing() {
            return opening.plus(increases).plus(decreases);
        }
    }

    /** A quantity and its cost. */
    record Movement(BigDecimal quantity, BigDecimal amount) {
        public static final Movement NONE = new Movement(BigDecimal.ZERO, BigDecimal.ZERO);

        public Movement plus(Movement other) {
            return new Movement(quantity.add(other.quantity), amount.add(other.amount));
        }
    }
}
