package org.stockbook.costs;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stockbook.platform.exchange.ImportRows;
import org.stockbook.platform.exchange.MappedRows.RowIssue;

/** What came of files that were taken as jobs. */
public interface KeptImports {
    /** Notes what is to be taken by a run. */
    void begin(long run, ImportRows.Order order);

    /** Notes what came of it, with its bad rows. */
    void end(long run, ImportRows.Result result, String problem, Map<String, ?> parameters);

    /** Why nothing was taken; empty where something was, or where the program is at fault. */
    Optional<Refused> refused(long run, int mostIssues);

    /**
     * A file that was not taken.
     *
     * @param code of the list of errors
     * @param issues the first of them
     */
    record Refused(String code, String collection, Map<String, Object> parameters, List<RowIssue> issues) {
        public Refused {
            parameters = Map.copyOf(parameters);
            issues = List.copyOf(issues);
        }
    }
}
