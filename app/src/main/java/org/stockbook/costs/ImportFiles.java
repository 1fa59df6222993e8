package org.stockbook.costs;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.stockbook.inventory.runs.RunLog;
import org.stockbook.platform.exchange.ImportRows;
import org.stockbook.platform.security.Permission;
import org.stockbook.platform.security.Permissions;

/** Takes a file of rows as a run that can be followed and stopped, and keeps what came of it (spec: api, sections 5 and 5.1). */
@Component
class ImportFiles {
    private static final Logger LOG = LoggerFactory.getLogger(ImportFiles.class);
    private static final int MOST_ISSUES = 100_000;

    private final ImportRows importRows;
    private final KeptImports kept;
    private final RunLog log;
    private final Permissions permissions;
    private final TransactionTemplate beside;

    ImportFiles(ImportRows importRows, KeptImports kept, RunLog log, Permissions permissions, PlatformTransactionManager transactions) {
        this.importRows = importRows;
        this.kept = kept;
        this.log = log;
        this.permissions = permissions;
        this.beside = new TransactionTemplate(transactions);
        beside.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** Logs a file that is taken later, by another thread; it must be run or given up, because it counts as going on from now on. */
    Begun begin(ImportRows.Order order) {
        permissions.require(Permission.IMPORT_DATA);
        var rows = importRows.count(order);
        var held = log.begin(new RunLog.Beginning(RunLog.Kind.IMPORT, RunLog.Origin.USER, permissions.login(), Set.of(), rows));
        kept.begin(held.number(), order);
        return new Begun(order, held);
    }

    /** A file that is being taken. */
    final class Begun {
        private final ImportRows.Order order;
        private final RunLog.Held held;

        private Begun(ImportRows.Order order, RunLog.Held held) {
            this.order = order;
            this.held = held;
        }

        /** Its number in the log. */
        long number() {
            return held.number();
        }

        /** Nothing is done. */
        void giveUp() {
            held.close();
            forget();
        }

        /** Takes all rows, or none, as far as nobody cancels it. */
        void run() {
            try (held) {
                var end = RunLog.End.FAILED;
                try {
                    end = take();
                } catch (Cancelled asked) {
                    end = RunLog.End.CANCELLED;
                } finally {
                    log.end(number(), end);                // before it is let go of, when it would look interrupted
                }
            } finally {
                forget();
            }
        }

        private RunLog.End take() {
            reached(0);
            var result = importRows.read(order, new ImportRows.Follower(MOST_ISSUES, this::reached));
            var clean = result.refused() == 0;
            kept.end(number(), result, clean ? "" : "import.refused", Map.of("count", result.refused()));
            return clean ? RunLog.End.FINISHED : RunLog.End.FAILED;
        }

        /** Told beside the transaction of the rows, so that everybody sees it and can stop the run meanwhile. */
        private void reached(int rows) {
            beside.executeWithoutResult(_ -> {
                log.reached(number(), rows);
                if (log.isCancelled(number())) {
                    throw new Cancelled();
                }
            });
        }

        private void forget() {
            try {
                Files.deleteIfExists(order.file());
            } catch (IOException left) {
                LOG.warn("A file that was taken cannot be deleted: {}", order.file(), left);
            }
        }
    }

    /** Somebody asked the run to stop. */
    private static final class Cancelled extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
