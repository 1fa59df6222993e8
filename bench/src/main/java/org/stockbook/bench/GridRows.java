package org.stockbook.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.stockbook.organisation.AddUser;
import org.stockbook.organisation.ApiKeys;
import org.stockbook.organisation.NewUser;
import org.stockbook.platform.security.ApiKeyText;
import org.stockbook.platform.security.PermissionSet;
import org.stockbook.platform.security.Permissions;

/** A row is typed into a grid: one row up over the network, one row back, on a document with one line and on one with five hundred. */
final class GridRows implements Benchmark {
    private static final int ITEMS = 1_000;
    private static final int MANY = 500;
    private static final int WARM_UP = 100;
    private static final int REPETITIONS = 200;
    private static final double AT_MOST = 60;

    @Override
    public String name() {
        return "grid";
    }

    @Override
    public String question() {
        return "95th percentile in milliseconds from a row sent to the same row back, as the first and as the five-hundredth line; the floor is an answer that reads one row";
    }

    @Override
    public List<Figure> run(Machine machine) throws Exception {
        var company = machine.company("grid");
        try (var connection = company.connect()) {
            TradeSetup.write(connection);
            CompanySetup.writeItems(connection, 0, ITEMS, "FIFO");
            TradeSetup.completeItems(connection);
        }
        try (var rooms = Rooms.serve(company); var client = HttpClient.newHttpClient()) {
            var key = ApiKeyText.random();
            Permissions.asStockbook(() -> {
                rooms.bean(AddUser.class).add(new NewUser("typist", "Typist", "en", PermissionSet.ADMINISTRATOR), "not-used-here-0815");
                rooms.bean(ApiKeys.class).add(new ApiKeys.NewKey("typist", "bench", PermissionSet.ADMINISTRATOR, Instant.now().plus(Duration.ofDays(1))), key);
                return true;
            });
            var calls = new Calls(client, "http://localhost:" + rooms.port() + "/api/v1/", key.text());
            var figures = new ArrayList<Figure>();
            figures.addAll(measure(calls, "item journal", new ItemJournal(calls)));
            figures.addAll(measure(calls, "sales order", new SalesOrder(calls)));
            return figures;
        }
    }

    private static List<Figure> measure(Calls calls, String what, Grid grid) throws Exception {
        var floor = new Samples();
        var first = new Samples();
        var last = new Samples();
        grid.add(1);
        type(calls, grid, first, floor);
        grid.add(MANY - 1);
        type(calls, grid, last, new Samples());
        return List.of(
                Figure.milliseconds(what + ": line 1", first.percentile(95), floor.median(), AT_MOST),
                Figure.milliseconds(what + ": line " + MANY, last.percentile(95), floor.median(), AT_MOST));
    }

    /** Another quantity each time, in the line that was added last. */
    private static void type(Calls calls, Grid grid, Samples rows, Samples floor) throws Exception {
        for (var i = 0; i < WARM_UP + REPETITIONS; i++) {
            var quantity = 1 + i % 9;
            (i < WARM_UP ? new Samples() : rows).time(() -> grid.type(quantity));
            (i < WARM_UP ? new Samples() : floor).time(() -> calls.get("items/number:I000007"));
        }
    }

    /** Lines that can be added and typed into. */
    private interface Grid {
        void add(int lines) throws Exception;

        String type(int quantity) throws Exception;
    }

    private record ItemJournal(Calls calls, List<String> lines) implements Grid {
        private static final String BATCH = "itemJournals/code:DEFAULT/itemJournalLines";
        private static final Pattern LINE = Pattern.compile("\"id\":\"([0-9a-f-]{36})\"");

        ItemJournal(Calls calls) {
            this(calls, new ArrayList<>());
        }

        @Override
        public void add(int count) throws Exception {
            var line = "{\"method\":\"create\",\"data\":{\"entryType\":\"positiveAdjustment\",\"postingDate\":\"" + CompanySetup.FIRST_DAY
                    + "\",\"documentNumber\":\"G1\",\"itemNumber\":\"I000007\",\"locationCode\":\"MAIN\",\"quantity\":1}}";
            var answer = calls.post(BATCH + "/bulk", "{\"operations\":[" + repeated(line, count) + "]}");
            LINE.matcher(answer).results().map(found -> found.group(1)).forEach(lines::add);
        }

        /** Whatever version the line has: a reader before each row would count as part of it. */
        @Override
        public String type(int quantity) throws Exception {
            return calls.post(BATCH + "/bulk", "{\"operations\":[{\"method\":\"update\",\"id\":\"" + lines.getLast() + "\",\"data\":{\"quantity\":" + quantity + "}}]}");
        }
    }

    private static final class SalesOrder implements Grid {
        private static final int LINE_STEP = 10_000;

        private final Calls calls;
        private String address = "";
        private int lines;

        SalesOrder(Calls calls) {
            this.calls = calls;
        }

        @Override
        public void add(int count) throws Exception {
            if (address.isEmpty()) {
                var made = calls.post("salesOrders", "{\"customerNumber\":\"P10\",\"postingDate\":\"" + CompanySetup.FIRST_DAY + "\"}");
                address = "salesOrders/number:" + Calls.text(made, "number") + "/salesOrderLines/bulk";
            }
            var line = "{\"method\":\"create\",\"data\":{\"lineType\":\"item\",\"lineObjectNumber\":\"I000007\",\"locationCode\":\"MAIN\",\"quantity\":1,\"unitPrice\":6.9}}";
            calls.post(address, "{\"operations\":[" + repeated(line, count) + "]}");
            lines += count;
        }

        @Override
        public String type(int quantity) throws Exception {
            return calls.post(address, "{\"operations\":[{\"method\":\"update\",\"sequence\":" + lines * LINE_STEP + ",\"data\":{\"quantity\":" + quantity + "}}]}");
        }
    }

    private static String repeated(String line, int count) {
        return IntStream.range(0, count).mapToObj(_ -> line).collect(Collectors.joining(","));
    }

    /** Calls of a program with its key. */
    private record Calls(HttpClient client, String server, String key) {
        String get(String path) throws IOException, InterruptedException {
            return answer(request(path).build());
        }

        String post(String path, String body) throws IOException, InterruptedException {
            return answer(request(path).header("Content-Type", "application/json").header("If-Match", "*").POST(BodyPublishers.ofString(body)).build());
        }

        static String text(String answer, String property) {
            var found = Pattern.compile("\"" + property + "\":\"([^\"]+)\"").matcher(answer);
            if (!found.find()) {
                throw new IllegalStateException("no " + property + " in " + answer);
            }
            return found.group(1);
        }

        private HttpRequest.Builder request(String path) {
            return HttpRequest.newBuilder(URI.create(server + path)).header("Authorization", "Bearer " + key);
        }

        private String answer(HttpRequest request) throws IOException, InterruptedException {
            var answer = client.send(request, BodyHandlers.ofString());
            if (answer.statusCode() >= 300 || answer.body().contains("\"severity\":\"error\"")) {
                throw new IllegalStateException(request.uri() + " answered " + answer.statusCode() + ": " + answer.body());
            }
            return answer.body();
        }
    }
}
