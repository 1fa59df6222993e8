package org.stockbook.commandline;

import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.web.server.PortInUseException;
import org.stockbook.database.DatabaseProblem;
import org.stockbook.database.DatabaseUnavailable;
import org.stockbook.platform.backup.BackupRefused;
import org.stockbook.platform.exchange.FileRefused;
import org.stockbook.platform.i18n.Language;
import org.stockbook.platform.i18n.Texts;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** What went wrong, as one sentence with the way out in the language of the terminal; a stack trace only for faults of our own. */
final class Failures implements IExecutionExceptionHandler {
    private static final int FAILED = 1;

    @Override
    public int handleExecutionException(Exception failure, CommandLine line, ParseResult parsed) {
        var sentence = sentence(failure);
        line.getErr().println("stockbook: " + sentence.orElseGet(() -> text("cli.fault", Map.of("failure", failure.toString()))));
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
                    return Optional.of(text("error.import.wrong-file", Map.of("file", refused.file(), "reason", refused.reason())));
                }
                case BackupRefused refused -> {
                    return Optional.of(text("error." + refused.code(), refused.parameters()));
                }
                case DatabaseUnavailable unavailable -> {
                    return Optional.of(text("error." + unavailable.problem().code(), parameters(unavailable.problem())));
                }
                case PortInUseException taken -> {
                    return Optional.of(text("cli.port-in-use", Map.of("port", Integer.toString(taken.getPort()), "other", Integer.toString(taken.getPort() + 1))));
                }
                default -> { }
            }
        }
        return Optional.empty();
    }

    /** The texts name the components of the problem. */
    private static Map<String, String> parameters(DatabaseProblem problem) {
        var parameters = new LinkedHashMap<String, String>();
        for (RecordComponent component : problem.getClass().getRecordComponents()) {
            try {
                component.getAccessor().setAccessible(true);
                parameters.put(component.getName(), String.valueOf(component.getAccessor().invoke(problem)));
            } catch (ReflectiveOperationException unreadable) {
                throw new IllegalStateException(unreadable);
            }
        }
        return parameters;
    }

    private static String text(String key, Map<String, ?> parameters) {
        return new Texts().text(Language.bestFor(Locale.getDefault().toLanguageTag()), key, parameters);
    }
}
