package org.stockbook.platform.records;

import java.util.List;

/** Writes what stands in other tables, in the same transaction, after the records themselves; new records are found by their key. */
@FunctionalInterface
public interface RecordEffect {
    void apply(List<RecordChange> changes);
}
