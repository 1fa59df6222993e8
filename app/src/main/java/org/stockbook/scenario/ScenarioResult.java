package org.stockbook.scenario;

import java.util.List;
import java.util.Map;

/** How one scenario ended. */
public sealed interface ScenarioResult {
    String id();

    /** Every step was done and every expectation met. */
    record Passed(String id, Map<String, Integer> rowsFound) implements ScenarioResult {}

    /**
     * Something differs, or a step was refused.
     *
     * @param differences what was expected and what is there, in the order found
     */
    record Failed(String id, List<String> differences, Map<String, Integer> rowsFound, Map<String, Integer> rowsMissing)
            implements ScenarioResult {}

    /** The company lacks what the scenario requires. */
    record Skipped(String id, List<String> missing) implements ScenarioResult {}
}
