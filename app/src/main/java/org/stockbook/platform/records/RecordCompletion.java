package org.stockbook.platform.records;

import java.util.List;

/** Fills in what follows from what was given: numbers, defaults, fields that follow others. Given values win. */
@FunctionalInterface
public interface RecordCompletion {
    List<RecordChange> complete(List<RecordChange> changes);
}
