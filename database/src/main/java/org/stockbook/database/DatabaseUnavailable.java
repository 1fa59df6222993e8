package org.stockbook.database;

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

    /** What is wrong, as data. */
    public DatabaseProblem problem() {
        return problem;
    }
}
