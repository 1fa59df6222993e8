package org.stockbook.database;

import java.io.IOException;

/** A moment of waiting for another program. */
final class Pause {

    private Pause() {}

    static void milliseconds(long milliseconds) throws IOException {
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException interrupted) {
            throw interrupted(interrupted);
        }
    }

    static IOException interrupted(InterruptedException cause) {
        Thread.currentThread().interrupt();
        return new IOException("Interrupted while waiting for the database", cause);
    }
}
