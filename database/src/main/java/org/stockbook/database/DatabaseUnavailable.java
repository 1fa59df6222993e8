package org.stockbook.database;

import java.util.Optional;

/** There is no database to work with; {@link #problem()} says why. */
public final class DatabaseUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient DatabaseProblem problem;

    DatabaseUnavailable(DatabaseProblem problem) {
        super(problem.sentence());
        this.problem = problem;
    }

    DatabaseUnavailable(DatabaseProblem problem, Throwable cause) {
        super(problem.sentence(), cause);
        this.problem = problem;
    }

    /** What the driver or the operating system said. */
    static String textOf(Exception failure) {
        return Optional.ofNullable(failure.getMessage()).orElseGet(failure::toString);
    }

    /** What is wrong, as data. */
    public DatabaseProblem problem() {
        return problem;
    }
}
