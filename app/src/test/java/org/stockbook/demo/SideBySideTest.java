package org.stockbook.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.stockbook.demo.DocumentHistory.Piece;

class SideBySideTest {

    @Test
    void what_moves_the_same_item_keeps_its_order() {
        Map<String, List<Integer>> done = new ConcurrentHashMap<>();
        var pieces = IntStream.range(0, 300).mapToObj(at -> {
            var items = Set.copyOf(List.of("I" + at % 7, "I" + at % 3));
            return new Piece(items, () -> items.forEach(item -> {
                if (at % 10 == 0) {
                    Thread.yield();
                }
                done.computeIfAbsent(item, _ -> new ArrayList<>()).add(at);
            }));
        }).toList();

        SideBySide.run(4, pieces);

        assertThat(done.values()).hasSize(7).allSatisfy(order -> assertThat(order).isSorted());
        assertThat(done.get("I0")).hasSize(300 / 7 + 1 + 300 / 3 - (300 / 21 + 1));
    }

    @Test
    void what_moves_other_items_does_not_wait() {
        var met = new CountDownLatch(2);
        Runnable meet = () -> {
            met.countDown();
            try {
                met.await();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        };

        SideBySide.run(2, List.of(new Piece(Set.of("A"), meet), new Piece(Set.of("B"), meet)));

        assertThat(met.getCount()).isZero();
    }

    @Test
    void a_piece_that_fails_ends_the_run() {
        var done = ConcurrentHashMap.<String>newKeySet();

        assertThatThrownBy(() -> SideBySide.run(2, List.of(
                new Piece(Set.of("A"), () -> {
                    throw new IllegalArgumentException("refused");
                }),
                new Piece(Set.of("A"), () -> done.add("after"))))).isInstanceOf(IllegalStateException.class).hasRootCauseMessage("refused");
        assertThat(done).isEmpty();
    }
}
