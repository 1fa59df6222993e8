package org.stockbook.commandline;

import java.util.HashMap;
import java.util.Map;
import picocli.CommandLine.Option;

/** Where the web server listens. */
final class WebOptions {
    @Option(names = "--port", paramLabel = "PORT", defaultValue = "8080", description = "Port of the web server. Default: ${DEFAULT-VALUE}.")
    private int port;

    @Option(
            names = "--address",
            paramLabel = "ADDRESS",
            defaultValue = "localhost",
            description = "Network address to listen on; 0.0.0.0 for all. Default: ${DEFAULT-VALUE}.")
    private String address = "localhost";

    Map<String, String> with(Map<String, String> settings) {
        var all = new HashMap<>(settings);
        all.put("server.port", Integer.toString(port));
        all.put("server.address", address);
        return all;
    }

    String url(int actualPort) {
        return "http://" + (address.equals("0.0.0.0") ? "localhost" : address) + ":" + actualPort;
    }
}
