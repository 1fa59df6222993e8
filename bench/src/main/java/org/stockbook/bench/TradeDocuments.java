package org.stockbook.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.stockbook.database.DatabaseAddress;
import org.stockbook.documents.DocumentKey;
import org.stockbook.documents.Documents;
import org.stockbook.documents.PostDocument;
import org.stockbook.documents.PostDocumentOutcome;
import org.stockbook.documents.StoredDocument;
import org.stockbook.kernel.documents.DocumentDates;
import org.stockbook.kernel.documents.TradeSide;
import org.stockbook.kernel.documents.posting.PostingChoice;

/** Orders from the first line to the last ledger, against COPY of the ledger rows that they made, one transaction for each order. */
final class TradeDocuments implements Benchmark {
    private static final int ITEMS = 1_000;
    private static final int SALES = 1_000;
    private static final int LINES_OF_SALE = 3;
    private static final int WARM_UP = 2;
    private static final int REPETITIONS = 5;
    private static final double SECOND = 1_000;
    private static final Lines.Goods BOUGHT = Lines.Goods.of(100, "10.00000");
    private static final Lines.Goods SOLD = Lines.Goods.of(1, "15.00000");

    @Override
    public String name() {
        return "documents";
    }

    @Override
    public String question() {
        return "a purchase order of 1,000 lines received and invoiced, and 1,000 sales orders of 3 lines shipped and invoiced, against COPY of the same ledger rows";
    }

    @Override
    public List<Figure> run(Machine machine) throws Exception {
        var product = machine.company("documents_product");
        var floor = machine.company("documents_floor");
        try (var toProduct = product.connect(); var toFloor = floor.connect(); var rooms = Rooms.open(product)) {
            for (var connection : List.of(toProduct, toFloor)) {
                TradeSetup.write(connection);
                CompanySetup.writeItems(connection, 0, ITEMS, "FIFO,FIFO,FIFO,AVERAGE,STANDARD");
                TradeSetup.completeItems(connection);
            }
            var work = new Work(rooms, toProduct, floor);
            var figures = new ArrayList<Figure>();
            figures.add(work.purchases(toFloor));
            for (var clients : List.of(1, 4)) {
                figures.add(work.sales(clients));
            }
            return figures;
        }
    }

    /** Product and floor, each on its own company. */
    private record Work(Rooms rooms, Connection toProduct, DatabaseAddress floor) {

        Figure purchases(Connection toFloor) throws Exception {
            var posting = new Samples();
            var copying = new Samples();
            var items = IntStream.range(0, ITEMS).boxed().toList();
            for (var i = 0; i < WARM_UP + REPETITIONS; i++) {
                var order = create(TradeSetup.order(TradeSide.PURCHASE, DocumentDates.on(CompanySetup.FIRST_DAY.plusDays(i)), "P" + i, new TradeSetup.Goods(items, BOUGHT)));
                var register = (i < WARM_UP ? new Samples() : posting).time(() -> post(order));
                var rows = LedgerCopy.ofRegister(toProduct, register);
                (i < WARM_UP ? new Samples() : copying).time(() -> rows.write(toFloor));
            }
            return Figure.plain("a purchase order of 1,000 lines received and invoiced", posting.median(), copying.median(), "ms");
        }

        /** Orders are written before the clock starts; each client takes the next one that nobody has posted. */
        Figure sales(int clients) throws Exception {
            var keys = new ArrayDeque<DocumentKey>();
            for (var n = 0; n < SALES; n++) {
                var first = n * LINES_OF_SALE;
                var items = IntStream.range(first, first + LINES_OF_SALE).map(item -> item % ITEMS).boxed().toList();
                keys.add(create(TradeSetup.order(
                        TradeSide.SALES, DocumentDates.on(CompanySetup.FIRST_DAY.plusDays(30)), "S" + clients + "-" + n, new TradeSetup.Goods(items, SOLD))));
            }
            var registers = new ConcurrentLinkedQueue<Long>();
            var posting = new Samples();
            posting.time(() -> share(clients, keys, _ -> key -> registers.add(post(key))));
            var rows = new ArrayList<LedgerCopy>();
            for (var register : registers) {
                rows.add(LedgerCopy.ofRegister(toProduct, register));
            }
            var copying = new Samples();
            var connections = new ArrayList<Connection>();
            for (var client = 0; client < clients; client++) {
                connections.add(floor.connect());
            }
            copying.time(() -> share(clients, rows, client -> copy -> copy.write(connections.get(client))));
            for (var connection : connections) {
                connection.close();
            }
            return Figure.plain("sales orders of 3 lines shipped and invoiced by " + (clients == 1 ? "1 client" : clients + " clients"),
                    SALES * SECOND / posting.median(), SALES * SECOND / copying.median(), "orders/s");
        }

        private DocumentKey create(StoredDocument order) {
            return new TransactionTemplate(rooms.bean(PlatformTransactionManager.class))
                    .execute(_ -> rooms.bean(Documents.class).create(order, "system").key());
        }

        /** The item register; a refusal ends the benchmark. */
        private long post(DocumentKey key) {
            var outcome = rooms.bean(PostDocument.class).post(new PostDocument.Request(key, PostingChoice.BOTH, 0, "system"));
            if (outcome instanceof PostDocumentOutcome.Posted posted) {
                return posted.itemRegister();
            }
            throw new IllegalStateException("refused: " + outcome);
        }

        private static <T> Void share(int clients, Collection<T> work, Client<T> client) throws Exception {
            Queue<T> waiting = new ConcurrentLinkedQueue<>(work);
            try (var threads = Executors.newFixedThreadPool(clients)) {
                var running = new ArrayList<Future<Void>>();
                for (var number = 0; number < clients; number++) {
                    var step = client.begin(number);
                    Callable<Void> take = () -> {
                        for (var next = waiting.poll(); next != null; next = waiting.poll()) {
                            step.take(next);
                        }
                        return null;
                    };
                    running.add(threads.submit(take));
                }
                for (var one : running) {
                    one.get();
                }
            }
            return null;
        }
    }

    /** Begins the work of a client by its number. */
    @FunctionalInterface
    private interface Client<T> {
        Step<T> begin(int number) throws SQLException;
    }

    /** One piece of work. */
    @FunctionalInterface
    private interface Step<T> {
        void take(T piece) throws Exception;
    }
}
