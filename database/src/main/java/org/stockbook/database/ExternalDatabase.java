package org.stockbook.database;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Optional;

/** A database on a PostgreSQL server that somebody else runs, backs up and stops. */
public record ExternalDatabase(DatabaseAddress address) implements DatabaseServer {

    private static final int OLDEST_MAJOR_VERSION = 15;

    /**
     * Understands {@code postgresql://user:password@host:port/database?parameters} and the same with {@code jdbc:} in
     * front, where user and password may be parameters. The server is asked for its version once.
     *
     * @throws DatabaseUnavailable if the address is not understood, the server does not answer or is too old
     */
    public static ExternalDatabase fromUrl(String url) {
        var database = new ExternalDatabase(addressOf(url));
        database.requireRecentServer();
        return database;
    }

    /** The server is not ours to stop. */
    @Override
    public void stop() {}

    static DatabaseAddress addressOf(String url) {
        var uri = parse(url);
        var user = Optional.<String>empty();
        var password = Optional.<String>empty();
        if (uri.getRawUserInfo() != null) {
            var parts = uri.getRawUserInfo().split(":", 2);
            user = Optional.of(decoded(parts[0]));
            password = parts.length == 2 ? Optional.of(decoded(parts[1])) : password;
        }
        var others = new ArrayList<String>();
        for (var parameter : Optional.ofNullable(uri.getRawQuery()).orElse("").split("&")) {
            if (parameter.startsWith("user=")) {
                user = Optional.of(decoded(parameter.substring("user=".length())));
            } else if (parameter.startsWith("password=")) {
                password = Optional.of(decoded(parameter.substring("password=".length())));
            } else if (!parameter.isEmpty()) {
                others.add(parameter);
            }
        }
        var port = uri.getPort() < 0 ? 5432 : uri.getPort();
        var query = others.isEmpty() ? "" : "?" + String.join("&", others);
        return new DatabaseAddress("jdbc:postgresql://" + uri.getHost() + ":" + port + uri.getRawPath() + query,
                user.orElse(System.getProperty("user.name")), password.orElse(""));
    }

    private static URI parse(String url) {
        var plain = url.strip().startsWith("jdbc:") ? url.strip().substring("jdbc:".length()) : url.strip();
        URI uri;
        try {
            uri = new URI(plain);
        } catch (URISyntaxException notAnAddress) {
            // Its message would repeat the address, and the password with it.
            throw notUnderstood(notAnAddress.getReason());
        }
        if (!"postgresql".equals(uri.getScheme()) && !"postgres".equals(uri.getScheme())) {
            throw notUnderstood("it does not start with postgresql:");
        }
        if (uri.getHost() == null) {
            throw notUnderstood("it names no host");
        }
        if (uri.getRawPath() == null || uri.getRawPath().length() < 2) {
            throw notUnderstood("it names no database");
        }
        return uri;
    }

    private static DatabaseUnavailable notUnderstood(String cause) {
        return new DatabaseUnavailable(new DatabaseProblem.AddressNotUnderstood(cause));
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private void requireRecentServer() {
        try (var connection = address.connect()) {
            var found = connection.getMetaData();
            if (found.getDatabaseMajorVersion() < OLDEST_MAJOR_VERSION) {
                throw new DatabaseUnavailable(
                        new DatabaseProblem.TooOld(found.getDatabaseProductVersion(), OLDEST_MAJOR_VERSION));
            }
        } catch (SQLException refused) {
            throw new DatabaseUnavailable(
                    new DatabaseProblem.NotReachable(address.jdbcUrl(), DatabaseUnavailable.textOf(refused)), refused);
        }
    }
}
