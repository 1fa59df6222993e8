package org.stockbook.web.shell;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stockbook.web.Problem;

/** What the database refuses although no rule of ours did: a value it cannot hold, a row that another call has just made or used. */
final class DatabaseProblems {
    private static final String VALUE_UNFIT = "22";
    private static final String ROWS_UNFIT = "23";
    private static final String DISTURBED = "40";
    private static final String TOO_LONG = "57014";

    private DatabaseProblems() {}

    /** The refusal behind a failure; nothing where the failure is our fault. */
    static Optional<Problem.Facts> facts(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException refused && refused.getSQLState() != null) {
                return facts(refused.getSQLState());
            }
        }
        return Optional.empty();
    }

    private static Optional<Problem.Facts> facts(String state) {
        if (state.equals(TOO_LONG)) {
            return Optional.of(new Problem.Facts(503, "api.took-too-long", Map.of(), List.of()));
        }
        return switch (state.substring(0, 2)) {
            case VALUE_UNFIT -> Optional.of(new Problem.Facts(400, "api.malformed", Map.of("reason", "value"), List.of()));
            case ROWS_UNFIT -> Optional.of(new Problem.Facts(409, "common.in-use-or-taken", Map.of(), List.of()));
            case DISTURBED -> Optional.of(new Problem.Facts(409, "common.changed-by-another", Map.of(), List.of()));
            default -> Optional.empty();
        };
    }
}
