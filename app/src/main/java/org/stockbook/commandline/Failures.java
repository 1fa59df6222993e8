package org.stockbook.commandline;

import java.util.Optional;
import org.springframework.boot.web.server.PortInUseException;
import org.stockbook.database.DatabaseUnavailable;
import org.stockbook.platform.exchange.FileRefused;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** What went wrong, as one sentence with the way out; a stack trace only for faults of our own. */
final class Failures implements IExecutionExceptionHandler {
    private static final int FAILED = 1;

    @Override
    public int handleExecutionException(Exception failure, CommandLine line, ParseResult parsed) {
        var sentence = sentence(failure);
        line.getErr().println("stockbook: " + sentence.orElseGet(() -> "this is a fault of Stockbook: " + failure));
        if (sentence.isEmpty() || System.getenv("STOCKBOOK_STACK_TRACES") != null) {
            failure.printStackTrace(line.getErr());
        }
        line.getErr().flush();
        return FAILED;
    }

    private static Optional<String> sentence(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case Refused refused -> {
                    return Optional.of(String.valueOf(refused.getMessage()));
                }
                case FileRefused refused -> {
                    return Optional.of(String.valueOf(refused.getMessage()));
                }
                case DatabaseUnavailable unavailable -> {
                    return Optional.of(String.valueOf(unavailable.getMessage()));
                }
                case PortInUseException taken -> {
                    return Optional.of("port " + taken.getPort() + " is in use by another program. Choose another one: --port 8081");
                }
                default -> { }
            }
        }
        return Optional.empty();
    }
}
