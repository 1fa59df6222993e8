package org.stockbook.inventory.runs;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.stockbook.kernel.code.ItemNo;
import org.stockbook.kernel.ledger.ValueEntryNo;
import org.stockbook.kernel.measure.Amount;

/** The log of batch runs over costs: who, when, over what, how far, what was written and what was left (spec: costing, section 6.13). */
public interface RunLog {
    /** Begins a run. It counts as going on as long as it is held, and as interrupted if the program ends before it does. */
    Held begin(Beginning beginning);

    /** Notes, in the transaction of the work, what the run did to some items. */
    void log(long run, Collection<Done> items);

    /** Notes, in the transaction of the work, what the run posted to the general ledger and what it left. */
    void posted(long run, Posted figures);

    /** Notes how many items a run is done with that writes nothing by itself. */
    void reached(long run, int items);

    void end(long run, End end);

    /** Whether somebody asked the run to stop. */
    boolean isCancelled(long run);

    /** What runs there are. */
    enum Kind {
        COST_ADJUSTMENT,
        POST_COST_TO_GL,
        VERIFICATION,
        IMPORT
    }

    /** Who started a run. */
    enum Origin {
        USER,
        SCHEDULE,
        COMMAND_LINE
    }

    /** How a run ended. */
    enum End {
        FINISHED,
        CANCELLED,
        FAILED
    }

    /**
     * A run as it begins.
     *
     * @param only the items asked for; all when empty
     * @param items how many there are to do
     */
    record Beginning(Kind kind, Origin origin, String user, Set<ItemNo> only, int items) {
        public Beginning {
            only = Set.copyOf(only);
        }
    }

    /** A run that goes on; whoever does the work closes it at the end, however it ends. */
    interface Held extends AutoCloseable {
        long number();

        @Override
        void close();
    }

    /**
     * An item that a run is done with.
     *
     * @param amount sum of the costs written, in local currency
     * @param error stable code of what went wrong, empty when nothing did
     */
    record Done(ItemNo item, int entries, Amount amount, long milliseconds, String error, Map<String, String> values) {
        public Done {
            values = Map.copyOf(values);
        }
    }

    /**
     * What a slice of a run brought to the general ledger.
     *
     * @param entries value entries
     * @param lines lines of the general ledger
     * @param debits sum of the lines above zero
     */
    record Posted(int items, int entries, int lines, BigDecimal debits, Collection<Skipped> skipped) {}

    /** A value entry that stays pending, with its first reason. */
    record Skipped(ItemNo item, ValueEntryNo entry, Amount amount, String code, Map<String, String> values) {
        public Skipped {
            values = Map.copyOf(values);
        }
    }
}
