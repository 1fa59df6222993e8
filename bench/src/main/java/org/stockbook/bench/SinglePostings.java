package org.stockbook.bench;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.stockbook.database.DatabaseAddress;

/** Journals of one line from several clients at once, against transactions that somebody wrote by hand. */
final class SinglePostings implements Benchmark {
    private static final int ITEMS = 64;
    private static final int ROUNDS = 5;
    private static final long WARM_UP_MILLISECONDS = 6_000;
    private static final long ROUND_MILLISECONDS = 1_500;
    private static final double LEAST = 0.5;
    private static final double SECOND = 1_000;

    @Override
    public String name() {
        return "single";
    }

    @Override
    public String question() {
        return "postings per second of one line each, a receipt and an issue in turn, against a hand-written transaction inserting the same rows";
    }

    @Override
    public List<Figure> run(Machine machine) throws Exception {
        var product = machine.company("single_product");
        var floor = machine.company("single_floor");
        for (var company : List.of(product, floor)) {
            try (var connection = company.connect()) {
                CompanySetup.writeItems(connection, 0, ITEMS, "FIFO");
            }
        }
        var figures = new ArrayList<Figure>();
        try (var rooms = Rooms.open(product)) {
            var rows = HandWritten.Rows.ofPair(rooms, Lines.item(ITEMS - 1), CompanySetup.FIRST_DAY);
            var contest = new Contest(rooms, floor, rows);
            for (var clients : List.of(4, 1)) {
                contest.product(clients, false, WARM_UP_MILLISECONDS);
                contest.floor(clients, false, WARM_UP_MILLISECONDS / 3);
            }
            for (var together : List.of(false, true)) {
                for (var clients : List.of(1, 4, 8)) {
                    figures.add(contest.figure(clients, together));
                }
            }
        }
        return figures;
    }

    /**
     * Product and floor, each on its own company.
     *
     * @param rows what the floor writes
     */
    private record Contest(Rooms rooms, DatabaseAddress floorCompany, HandWritten.Rows rows) {

        Figure figure(int clients, boolean together) throws Exception {
            var posted = new Samples();
            var written = new Samples();
            for (var round = 0; round < ROUNDS; round++) {
                posted.add(product(clients, together, ROUND_MILLISECONDS));
                written.add(floor(clients, together, ROUND_MILLISECONDS));
            }
            var what = clients + (clients == 1 ? " client, " : " clients, ") + (together ? "all on one item" : "each on its own item");
            return Figure.rate(what, posted.median(), written.median(), new Figure.Share("tx/s", LEAST));
        }

        /** Postings per second. A refusal or an exception ends the benchmark: there are to be none. */
        double product(int clients, boolean together, long milliseconds) throws Exception {
            return together(clients, milliseconds, client -> {
                var item = Lines.item(together ? ITEMS - 2 : client);
                return turn -> rooms.post(List.of(turn % 2 == 0
                        ? Lines.receipt(1, item, CompanySetup.FIRST_DAY, Lines.Goods.of(3, "10.00000"))
                        : Lines.issue(1, item, CompanySetup.FIRST_DAY, 3)));
            });
        }

        double floor(int clients, boolean together, long milliseconds) throws Exception {
            var opened = new ArrayList<HandWritten>();
            try {
                return together(clients, milliseconds, client -> {
                    var hand = HandWritten.open(floorCompany, rows, together ? ITEMS - 2 : client);
                    synchronized (opened) {
                        opened.add(hand);
                    }
                    return hand::write;
                });
            } finally {
                for (var hand : opened) {
                    hand.close();
                }
            }
        }

        private static double together(int clients, long milliseconds, Client client) throws InterruptedException, ExecutionException {
            var done = new AtomicLong();
            var started = System.nanoTime();
            var until = started + milliseconds * 1_000_000;
            try (var threads = Executors.newFixedThreadPool(clients)) {
                var running = new ArrayList<Future<?>>();
                for (var i = 0; i < clients; i++) {
                    var number = i;
                    Callable<Void> work = () -> {
                        var turns = client.begin(number);
                        // In pairs, so that each receipt finds its issue in the same round.
                        for (var turn = 0; System.nanoTime() < until || turn % 2 == 1; turn++) {
                            turns.next(turn);
                            done.incrementAndGet();
                        }
                        return null;
                    };
                    running.add(threads.submit(work));
                }
                for (var one : running) {
                    one.get();
                }
            }
            return done.get() * SECOND / ((System.nanoTime() - started) / 1e6);
        }
    }

    /** Begins the work of a client by its number. */
    @FunctionalInterface
    private interface Client {
        Turns begin(int number) throws SQLException;
    }

    /** One transaction after the other. */
    @FunctionalInterface
    private interface Turns {
        void next(int turn) throws SQLException;
    }
}
