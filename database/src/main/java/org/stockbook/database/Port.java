package org.stockbook.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/** On which port of the loopback interface the server listens: always the same, as long as it is free. */
final class Port {

    /** Below the ports that operating systems hand to outgoing connections. */
    private static final int LOWEST = 15_432;
    private static final int HIGHEST = 32_000;
    private static final int ATTEMPTS = 1_000;

    private Port() {}

    static int choose(Path remembered) throws IOException {
        var last = remembered(remembered);
        if (last.isPresent() && isFree(last.get())) {
            return last.get();
        }
        var candidate = LOWEST;
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            candidate = ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST);
            if (isFree(candidate)) {
                return candidate;
            }
        }
        throw new DatabaseUnavailable(new DatabaseProblem.PortTaken(last.orElse(candidate)));
    }

    static Optional<Integer> remembered(Path file) throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        var text = Files.readString(file).strip();
        return text.matches("\\d{1,5}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
    }

    static void remember(Path file, int port) throws IOException {
        if (!remembered(file).equals(Optional.of(port))) {
            Files.writeString(file, port + "\n");
        }
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }
}
