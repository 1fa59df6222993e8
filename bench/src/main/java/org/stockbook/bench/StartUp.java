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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.stockbook.database.DataFolder;
import org.stockbook.database.EmbeddedPostgres;

/** From the command to the first page, on books that are there. The launcher names the program and its start-up cache. */
final class StartUp implements Benchmark {
    private static final String PROGRAM = "stockbook.program";
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
        return "milliseconds from the command to the first page, with and without the start-up cache, against an empty Java program and a bare database server; and memory then";
    }

    @Override
    public List<Figure> run(Machine machine) throws Exception {
        var program = Optional.ofNullable(System.getProperty(PROGRAM)).map(Path::of).filter(Files::exists);
        if (program.isEmpty()) {
            System.err.println("start: left out, because only ./stockbook benchmark names the program to be started");
            return List.of();
        }
        var cache = Optional.ofNullable(System.getProperty(CACHE)).map(Path::of).filter(Files::exists);
        var data = machine.folder().resolve("start");
        Files.createDirectory(data, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
        var figures = new ArrayList<Figure>();
        if (cache.isPresent()) {
            figures.addAll(measure("with the start-up cache", List.of("-XX:AOTCache=" + cache.get(), "-Xlog:aot=off"), program.get(), data));
        } else {
            System.err.println("start: there is no start-up cache yet; ./stockbook makes it soon after a first start");
        }
        figures.addAll(measure("without it", List.of(), program.get(), data));
        return figures;
    }

    private static List<Figure> measure(String how, List<String> options, Path program, Path data) throws Exception {
        var answered = new Samples();
        var bare = new Samples();
        var memory = new Samples();
        for (var i = 0; i < WARM_UP + REPETITIONS; i++) {
            var counts = i >= WARM_UP;
            start(options, program, data, counts ? new Measured(answered, memory) : new Measured(new Samples(), new Samples()));
            (counts ? bare : new Samples()).time(() -> floor(data));
        }
        return List.of(
                options.isEmpty()
                        ? Figure.plain("first page " + how, answered.median(), bare.median(), "ms")
                        : Figure.milliseconds("first page " + how, answered.median(), bare.median(), AT_MOST),
                Figure.plain("memory of the program then, " + how, memory.median(), memory.median(), "MB"));
    }

    /** Time to the first page, and memory then. */
    private record Measured(Samples answered, Samples memory) {}

    private static void start(List<String> options, Path program, Path data, Measured measured) throws Exception {
        var port = freePort();
        var command = new ArrayList<>(List.of(java()));
        command.addAll(options);
        command.addAll(List.of("-Djava.awt.headless=true", "--enable-native-access=ALL-UNNAMED", "-jar", program.toString(),
                "serve", "--port", Integer.toString(port), "--data", data.toString()));
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(data.resolve("start.log").toFile());
        builder.environment().remove("STOCKBOOK_DATABASE_URL");
        var process = builder.start();
        try {
            measured.answered().time(() -> awaitPage(port, process));
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
