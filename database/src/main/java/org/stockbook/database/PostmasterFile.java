package org.stockbook.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a running server writes into its data folder, and what a killed one leaves there.
 *
 * @param processId of the server's first process
 * @param port      it listens on
 * @param status    {@code starting}, {@code ready} or {@code stopping}; empty in its first moments
 */
record PostmasterFile(long processId, int port, String status) {

    static Optional<PostmasterFile> in(Path cluster) throws IOException {
        try {
            return parse(Files.readAllLines(cluster.resolve("postmaster.pid")));
        } catch (NoSuchFileException notRunning) {
            return Optional.empty();
        }
    }

    /** Empty while the server is still writing the file. */
    static Optional<PostmasterFile> parse(List<String> lines) {
        if (lines.size() < 4 || !lines.get(0).strip().matches("-?\\d{1,18}") || !lines.get(3).strip().matches("\\d{1,5}")) {
            return Optional.empty();
        }
        var status = lines.size() < 8 ? "" : lines.get(7).strip();
        return Optional.of(new PostmasterFile(
                Math.abs(Long.parseLong(lines.get(0).strip())), Integer.parseInt(lines.get(3).strip()), status));
    }

    boolean isReady() {
        return status.equals("ready");
    }
}
