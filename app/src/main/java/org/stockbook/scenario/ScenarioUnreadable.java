package org.stockbook.scenario;

/** A scenario or fixture file does not follow the format. */
public final class ScenarioUnreadable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ScenarioUnreadable(String message, Throwable cause) {
        super(message, cause);
    }

    ScenarioUnreadable(String message) {
        super(message);
    }
}
