package org.stockbook.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * A finished program.
 *
 * @param exitCode 0 if all went well
 * @param output   what it wrote to standard output and standard error
 */
record Command(int exitCode, String output) {

    /** Runs a program to its end, with no standard input and none of the user's PostgreSQL variables. */
    static Command run(List<String> words, Path workingFolder) throws IOException {
        var builder = new ProcessBuilder(words).directory(workingFolder.toFile()).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("PG") || name.startsWith("LC_"));
        builder.environment().put("LC_ALL", "C");
        var process = builder.start();
        process.getOutputStream().close();
        try {
            var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Command(process.waitFor(), output);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while waiting for " + words.getFirst(), interrupted);
        }
    }

    boolean succeeded() {
        return exitCode == 0;
    }
}
