package org.stockbook.commandline;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.BeansException;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.web.context.support.ServletRequestHandledEvent;

/** The program with its web server, from before the start until it is stopped. */
final class WebProgram {
    private static final Duration FIRST_PAGE = Duration.ofSeconds(2);

    private final ConfigurableApplicationContext rooms;
    private final CountDownLatch answered;

    private WebProgram(ConfigurableApplicationContext rooms, CountDownLatch answered) {
        this.rooms = rooms;
        this.answered = answered;
    }

    /** Starts it; a taken port is found before anything else is started. */
    static WebProgram start(Program program, Map<String, String> settings) {
        requireFree(settings.getOrDefault("server.address", "localhost"), Integer.parseInt(settings.getOrDefault("server.port", "8080")));
        var answered = new CountDownLatch(1);
        return new WebProgram(program.serve(settings, event -> {
            if (event instanceof ServletRequestHandledEvent) {
                answered.countDown();
            }
        }), answered);
    }

    private static void requireFree(String address, int port) {
        try (var probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(InetAddress.getByName(address), port));
        } catch (IOException taken) {
            throw new Refused("port " + port + " of " + address + " cannot be used (" + taken.getMessage() + "). Choose another one: --port " + (port + 1));
        }
    }

    ConfigurableApplicationContext rooms() {
        return rooms;
    }

    int port() {
        return rooms instanceof WebServerApplicationContext web && web.getWebServer() != null ? web.getWebServer().getPort() : 0;
    }

    /** Makes what nobody has asked for yet, so that nobody waits for it later and a part that cannot be made ends the program. */
    void makeTheRest() {
        var parts = rooms.getBeanFactory();
        for (var name : parts.getBeanDefinitionNames()) {
            var part = parts.getMergedBeanDefinition(name);
            if (part.isSingleton() && !part.isAbstract()) {
                parts.getBean(name);
            }
        }
    }

    /** Returns when the program has been asked to stop. Whoever asks for a page at once does not share the processors with what that page does not need. */
    void waitUntilStopped() throws InterruptedException {
        answered.await(FIRST_PAGE.toMillis(), TimeUnit.MILLISECONDS);
        try {
            makeTheRest();
        } catch (BeansException failed) {
            if (!rooms.isClosed()) {
                throw failed;
            }
            // Whoever stops the program this early wants no rest of it.
        }
        Thread.currentThread().join();
    }
}
