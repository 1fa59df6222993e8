package org.stockbook.platform.records;

import java.util.List;

/** Refuses changes, all of them at once: what a check must know it asks for in one query for all. */
@FunctionalInterface
public interface RecordCheck {
    List<RecordIssue> check(List<RecordChange> changes);
}
