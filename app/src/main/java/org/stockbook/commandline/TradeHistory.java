package org.stockbook.commandline;

import java.nio.file.Path;
import org.springframework.context.ApplicationContext;
import org.stockbook.platform.exchange.Mapping;

/** Files of purchases and sales: posted in the order of their dates. */
final class TradeHistory {
    private static final String PREFIX = "history.";

    private TradeHistory() {}

    static boolean isIn(Mapping mapping) {
        return mapping.files().stream().anyMatch(file -> file.collection().startsWith(PREFIX));
    }

    static void post(ApplicationContext rooms, Path folder, Mapping mapping, Progress progress, boolean dryRun) {
        throw new Refused("posting of " + folder + " is not possible yet: " + mapping.files().size() + " files, " + rooms.getId() + " " + progress.elapsed() + dryRun);
    }
}
