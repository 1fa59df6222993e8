package org.stockbook.database;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;

/** Reads from the words of PostgreSQL or of the operating system why a start failed. */
final class StartFailure {

    private static final String NO_SPACE = "No space left on device";
    private static final String QUOTA = "Disk quota exceeded";

    private StartFailure() {}

    static DatabaseUnavailable of(Path log, String lastLines) {
        return new DatabaseUnavailable(isNoSpace(lastLines)
                ? new DatabaseProblem.DiskFull(log)
                : new DatabaseProblem.StartFailed(log, lastLines.strip()));
    }

    static DatabaseUnavailable of(Path folder, IOException failure) {
        var cause = DatabaseUnavailable.textOf(failure);
        return new DatabaseUnavailable(isNoSpace(cause)
                ? new DatabaseProblem.DiskFull(folder)
                : new DatabaseProblem.FolderNotWritable(folder,
                        failure instanceof AccessDeniedException ? "permission denied for " + cause : cause), failure);
    }

    static boolean isPortTaken(String lastLines) {
        return lastLines.contains("Address already in use") || lastLines.contains("could not create any TCP/IP sockets");
    }

    /** Processes of a killed server still hold its shared memory, or another server is just starting. */
    static boolean isTransient(String lastLines) {
        return lastLines.contains("pre-existing shared memory block") || lastLines.contains("lock file \"postmaster.pid\"");
    }

    private static boolean isNoSpace(String text) {
        return text.contains(NO_SPACE) || text.contains(QUOTA);
    }
}
