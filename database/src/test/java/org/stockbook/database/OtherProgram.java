package org.stockbook.database;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Another Java program on this machine, possibly of another user, that uses the database and can be killed. */
final class OtherProgram implements AutoCloseable {

    private final Process process;
    private final List<String> lines = new ArrayList<>();
    private final Thread reader;

    private OtherProgram(Process process) {
        this.process = process;
        this.reader = Thread.ofVirtual().start(this::read);
    }

    /** Starts {@link Committing} with its arguments; the prefix may change the user. */
    static OtherProgram start(List<String> prefix, String classPath, DataFolder folder, String task) throws IOException {
        var words = Stream.concat(prefix.stream(), Stream.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC", "-Xmx64m", "-classpath", classPath, Committing.class.getName(),
                folder.path().toString(), folder.programs().toString(), task)).toList();
        var errors = Files.createTempFile("stockbook-other-program-", ".log");
        errors.toFile().deleteOnExit();
        return new OtherProgram(new ProcessBuilder(words).directory(new File("/"))
                .redirectError(errors.toFile()).start());
    }

    static OtherProgram start(DataFolder folder, String task) throws IOException {
        return start(List.of(), System.getProperty("java.class.path"), folder, task);
    }

    /** A copy of our class path that every user may read: the local repository may lie in a closed home folder. */
    static String readableClassPath(Path parent) throws IOException {
        var copies = new ArrayList<String>();
        for (var entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            var original = Path.of(entry);
            if (!original.toString().contains("junit") && Files.exists(original)) {
                var copy = parent.resolve("class-path-" + copies.size() + "-" + original.getFileName());
                copyReadable(original, copy);
                copies.add(copy.toString());
            }
        }
        return String.join(File.pathSeparator, copies);
    }

    private static void copyReadable(Path original, Path copy) throws IOException {
        try (var paths = Files.walk(original)) {
            for (var path : paths.toList()) {
                var target = copy.resolve(original.relativize(path).toString());
                Files.copy(path, target, StandardCopyOption.REPLACE_EXISTING);
                Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rwxr-xr-x"));
            }
        }
    }

    private void read() {
        try (var output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (var line = output.readLine(); line != null; line = output.readLine()) {
                synchronized (lines) {
                    lines.add(line);
                }
            }
        } catch (IOException ended) {
            Thread.currentThread().interrupt();
        }
    }

    /** What it has printed so far, whole lines only. */
    List<String> lines() {
        synchronized (lines) {
            return List.copyOf(lines);
        }
    }

    void awaitLines(int count) throws InterruptedException {
        while (lines().size() < count && process.isAlive()) {
            Thread.sleep(5);
        }
    }

    /** Waits for its end and answers its exit code. */
    int await() throws InterruptedException {
        if (!process.waitFor(2, TimeUnit.MINUTES)) {
            process.destroyForcibly();
        }
        reader.join();
        return process.exitValue();
    }

    /** Kills it without a chance to clean up, and with it the program that a prefix started. */
    void kill() throws InterruptedException {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        process.waitFor();
        reader.join();
    }

    /** Lets a program that waits for the end of its input go on. */
    void finish() throws IOException {
        process.getOutputStream().close();
    }

    @Override
    public void close() throws InterruptedException {
        kill();
    }
}
