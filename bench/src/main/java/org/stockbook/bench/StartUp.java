package org.stockbook.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.stockbook.database.DataFolder;
import org.stockbook.database.EmbeddedPostgres;

/** From {@code ./stockbook serve} to the first page, on books that are there. The launcher names itself and its start-up cache. */
final class StartUp implements Benchmark {
    private static final String LAUNCHER = "stockbook.launcher";
    private static final String CACHE = "stockbook.cache";
    private static final int WARM_UP = 1;
    private static final int REPETITIONS = 5;
    private static final double AT_MOST = 2_000;
    private static final double KILOBYTES_OF_MEGABYTE = 1_024;

    @Override
    public String name() {
        return "start";
    }

    @Override
    public String question() {
        return "milliseconds from the command to the first page, with and without the start-up cache, against an empty Java program and a bare database server;"
                + " processor time and memory then";
    }

    @Override
    public List<Figure> run(Machine machine) throws Exception {
        var launcher = Optional.ofNullable(System.getProperty(LAUNCHER)).map(Path::of).filter(Files::exists);
        if (launcher.isEmpty()) {
            System.err.println("start: left out, because only ./stockbook benchmark names the program to be started");
            return List.of();
        }
        var cache = Optional.ofNullable(System.getProperty(CACHE)).map(Path::of).filter(Files::exists);
        var data = machine.folder().resolve("start");
        Files.createDirectory(data, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
        var figures = new ArrayList<Figure>();
        if (cache.isPresent()) {
            figures.addAll(measure(Start.FAST, launcher.get(), data));
        } else {
            System.err.println("start: there is no start-up cache yet; ./stockbook makes it soon after a first start");
        }
        figures.addAll(measure(Start.PLAIN, launcher.get(), data));
        return figures;
    }

    /** With what the launcher made beforehand, and without. */
    private enum Start { FAST, PLAIN }

    private static List<Figure> measure(Start how, Path launcher, Path data) throws Exception {
        var measured = new Measured(new Samples(), new Samples(), new Samples());
        var bare = new Samples();
        for (var i = 0; i < WARM_UP + REPETITIONS; i++) {
            var counts = i >= WARM_UP;
            start(how, launcher, data, counts ? measured : new Measured(new Samples(), new Samples(), new Samples()));
            (counts ? bare : new Samples()).time(() -> floor(data));
        }
        var said = how == Start.FAST ? "with the start-up cache" : "without it";
        return List.of(
                how == Start.PLAIN
                        ? Figure.plain("first page " + said, measured.answered().median(), bare.median(), "ms")
                        : Figure.milliseconds("first page " + said, measured.answered().median(), bare.median(), AT_MOST),
                Figure.plain("processor time until then, " + said, measured.worked().median(), bare.median(), "ms"),
                Figure.plain("memory of the program then, " + said, measured.memory().median(), measured.memory().median(), "MB"));
    }

    /** Time to the first page, processor time and memory then. */
    private record Measured(Samples answered, Samples worked, Samples memory) {}

    private static void start(Start how, Path launcher, Path data, Measured measured) throws Exception {
        var port = freePort();
        var builder = new ProcessBuilder(launcher.toString(), "serve", "--port", Integer.toString(port), "--data", data.toString())
                .redirectErrorStream(true).redirectOutput(data.resolve("start.log").toFile());
        builder.environment().remove("STOCKBOOK_DATABASE_URL");
        builder.environment().put("STOCKBOOK_FAST_START", how == Start.FAST ? "yes" : "no");
        // The launcher becomes the program: it is the same process.
        var process = builder.start();
        try {
            measured.answered().time(() -> awaitPage(port, process));
            measured.worked().add(process.info().totalCpuDuration().map(Duration::toMillis).orElse(0L));
            measured.memory().add(residentMegabytes(process.pid()));
        } finally {
            process.destroy();
            process.waitFor(30, TimeUnit.SECONDS);
        }
    }

    private static Void awaitPage(int port, Process process) throws InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/sign-in")).build();
        try (var client = HttpClient.newHttpClient()) {
            while (process.isAlive()) {
                try {
                    if (client.send(request, BodyHandlers.discarding()).statusCode() < 500) {
                        return null;
                    }
                } catch (IOException notYet) {
                    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
                }
            }
        }
        throw new IllegalStateException("the program ended before it answered");
    }

    /** The least: a Java program that does nothing, and a database server on the same data. */
    private static Void floor(Path data) throws IOException, InterruptedException {
        new ProcessBuilder(java(), "-version").redirectErrorStream(true).redirectOutput(data.resolve("java.log").toFile()).start().waitFor();
        EmbeddedPostgres.start(DataFolder.at(data)).stop();
        return null;
    }

    private static double residentMegabytes(long process) throws IOException {
        var status = Path.of("/proc/" + process + "/status");
        if (!Files.exists(status)) {
            return 0;
        }
        return Files.readAllLines(status).stream().filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", ""))).findFirst().orElse(0) / KILOBYTES_OF_MEGABYTE;
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static String java() {
        return ProcessHandle.current().info().command().orElse("java");
    }
}
