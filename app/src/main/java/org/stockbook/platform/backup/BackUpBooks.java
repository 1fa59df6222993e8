package org.stockbook.platform.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.springframework.stereotype.Component;
import org.stockbook.platform.backup.BackupManifest.Sequence;
import org.stockbook.platform.backup.BackupManifest.Table;
import org.stockbook.platform.security.Permission;
import org.stockbook.platform.security.Permissions;
import tools.jackson.databind.json.JsonMapper;

/** Writes all rows of a company into one file, as they stand at one moment, while others go on working. */
@Component
public class BackUpBooks {
    private static final String TABLES = """
            select c.relname, array_agg(a.attname::text order by a.attnum)
            from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
            where n.nspname = 'public' and c.relkind = 'r' and c.relname <> 'flyway_schema_history' and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
            group by c.relname order by c.relname""";
    private static final String SEQUENCES = "select sequencename from pg_sequences where schemaname = 'public' order by sequencename";
    private static final String SCHEMA = "select version from flyway_schema_history where success and version is not null order by installed_rank desc limit 1";

    private final DataSource database;
    private final Permissions permissions;
    private final JsonMapper json;

    BackUpBooks(DataSource database, Permissions permissions, JsonMapper json) {
        this.database = database;
        this.permissions = permissions;
        this.json = json;
    }

    /** Writes the file; the stream stays open. */
    public BackupManifest write(OutputStream output, Consumer<String> progress) {
        permissions.require(Permission.BACK_UP_BOOKS);
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setReadOnly(true);
            try {
                return write(connection, output, progress);
            } finally {
                connection.rollback();
                connection.setReadOnly(false);
                connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
                connection.setAutoCommit(true);
            }
        } catch (SQLException | IOException failed) {
            throw new BackupRefused("backup.not-written", Map.of("reason", String.valueOf(failed.getMessage())));
        }
    }

    private BackupManifest write(Connection connection, OutputStream output, Consumer<String> progress) throws SQLException, IOException {
        var zip = new ZipOutputStream(output);
        var tables = new ArrayList<Table>();
        for (var table : tables(connection)) {
            progress.accept(table.name());
            tables.add(copy(connection, table, zip));
        }
        var manifest = new BackupManifest(BackupManifest.FORMAT, text(connection, SCHEMA), text(connection, "select name from company"), Clock.systemUTC().instant().toString(),
                tables, sequences(connection));
        zip.putNextEntry(new ZipEntry(BackupManifest.ENTRY));
        zip.write(json.writeValueAsBytes(manifest));
        zip.closeEntry();
        zip.finish();
        zip.flush();
        return manifest;
    }

    private static List<Table> tables(Connection connection) throws SQLException {
        var tables = new ArrayList<Table>();
        try (var statement = connection.createStatement(); var rows = statement.executeQuery(TABLES)) {
            while (rows.next()) {
                tables.add(new Table(rows.getString(1), List.of((String[]) rows.getArray(2).getArray()), 0, ""));
            }
        }
        return tables;
    }

    private static Table copy(Connection connection, Table table, ZipOutputStream zip) throws SQLException, IOException {
        zip.putNextEntry(new ZipEntry(table.entry()));
        var digest = new DigestOutputStream(zip, sha256());
        var rows = connection.unwrap(PGConnection.class).getCopyAPI()
                .copyOut("COPY " + quoted(table.name()) + " (" + String.join(",", table.columns().stream().map(BackUpBooks::quoted).toList()) + ") TO STDOUT (FORMAT csv)", digest);
        zip.closeEntry();
        return new Table(table.name(), table.columns(), rows, HexFormat.of().formatHex(digest.getMessageDigest().digest()));
    }

    /** Sequences are no part of a snapshot: read last, they are never behind the rows. */
    private static List<Sequence> sequences(Connection connection) throws SQLException {
        var names = new ArrayList<String>();
        try (var statement = connection.createStatement(); var rows = statement.executeQuery(SEQUENCES)) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        var sequences = new ArrayList<Sequence>();
        for (var name : names) {
            try (var statement = connection.createStatement(); var row = statement.executeQuery("select last_value, is_called from " + quoted(name))) {
                row.next();
                sequences.add(new Sequence(name, row.getLong(1), row.getBoolean(2)));
            }
        }
        return sequences;
    }

    private static String text(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement(); var row = statement.executeQuery(query)) {
            return row.next() ? row.getString(1) : "";
        }
    }

    static String quoted(String name) {
        return "\"" + name.replace("\"", "\"\"") + "\"";
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
