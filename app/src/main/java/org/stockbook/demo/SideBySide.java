package org.stockbook.demo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;

/**
 * Does pieces of work side by side. What moves the same item keeps its order, so that costs do not depend on who is ready first; nothing else
 * waits.
 */
final class SideBySide {
    private SideBySide() {}

    /** @throws IllegalStateException if a piece fails; those that had to wait for it are not done */
    static void run(int workers, List<DocumentHistory.Piece> pieces) {
        var lastOfItem = new HashMap<String, CompletableFuture<Void>>();
        var all = new ArrayList<CompletableFuture<Void>>();
        try (var executor = Executors.newFixedThreadPool(workers)) {
            for (var piece : pieces) {
                var before = piece.items().stream().flatMap(item -> Optional.ofNullable(lastOfItem.get(item)).stream()).distinct();
                var done = CompletableFuture.allOf(before.toArray(CompletableFuture[]::new)).thenRunAsync(piece.work(), executor);
                piece.items().forEach(item -> lastOfItem.put(item, done));
                all.add(done);
            }
            CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).join();
        } catch (CompletionException refused) {
            throw new IllegalStateException(refused.getCause());
        }
    }
}
