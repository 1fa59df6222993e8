package org.stockbook.database;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import java.util.regex.Pattern;

/**
 * One database: where it is and who may enter.
 *
 * @param jdbcUrl  {@code jdbc:postgresql://host:port/database}, without user and password
 * @param user     the role that owns the database
 * @param password empty where the server asks for none; never shown by {@link #toString()}
 */
public record DatabaseAddress(String jdbcUrl, String user, String password) {

    private static final Pattern DATABASE_OF_URL = Pattern.compile("(jdbc:postgresql://[^/]*/)([^?]*)(.*)");

    /** The same server and user, another database. */
    public DatabaseAddress withDatabase(String name) {
        return new DatabaseAddress(DATABASE_OF_URL.matcher(jdbcUrl).replaceFirst("$1" + name + "$3"), user, password);
    }

    /** In one line for another program, password included: never to be shown or logged. */
    public String urlWithPassword() {
        var plain = jdbcUrl.substring("jdbc:postgresql://".length());
        return "postgresql://" + encoded(user) + ":" + encoded(password) + "@" + plain;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** The name of the database. */
    public String database() {
        var matcher = DATABASE_OF_URL.matcher(jdbcUrl);
        return matcher.matches() ? matcher.group(2) : "";
    }

    /** Opens a connection of its own; the caller closes it. */
    public Connection connect() throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        properties.setProperty("connectTimeout", "10");
        return DriverManager.getConnection(jdbcUrl, properties);
    }

    @Override
    public String toString() {
        return "DatabaseAddress[" + jdbcUrl + ", user=" + user + "]";
    }
}
