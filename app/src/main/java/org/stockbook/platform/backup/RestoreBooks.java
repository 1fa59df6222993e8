package org.stockbook.platform.backup;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;
import org.stockbook.database.DatabaseAddress;
import org.stockbook.platform.backup.BackupManifest.Sequence;
import org.stockbook.platform.backup.BackupManifest.Table;
import org.stockbook.platform.database.Migrations;

/**
 * Reads a backup into a new database, brings it up to this program, and puts it in the place of the present one: until then nothing is
 * touched, and a restore that fails leaves everything as it was.
 */
public final class RestoreBooks {
    private static final String FOREIGN_KEYS = """
            select conrelid::regclass::text, conname, pg_get_constraintdef(oid) from pg_constraint
            where contype = 'f' and connamespace = 'public'::regnamespace order by conrelid, conname""";
    private static final String IN_USE = "select count(*) from pg_stat_activity where datname = ? and backend_type = 'client backend' and pid <> pg_backend_pid()";
    private static final String HAS_BOOKS = "select to_regclass('public.item_register') is not null and to_regclass('public.company') is not null";
    private static final String HOLDS_BOOKS = "select exists (select from item_register) or exists (select from item) or exists (select from company where name <> '')";

    private static final String HAS_NUMBERED_CHANGES = "select to_regclass('change_number_base') is not null";
    /** Whoever keeps a copy has read further than the backup goes: numbers go on above all that was ever told. */
    private static final String GO_ON =
            "select setval('change_number_base', greatest(last_value, (extract(epoch from clock_timestamp()) * 1000)::bigint)) from change_number_base";

    private final DatabaseAddress present;
    private final Consumer<String> progress;

    public RestoreBooks(DatabaseAddress present, Consumer<String> progress) {
        this.present = present;
        this.progress = progress;
    }

    /**
     * Restores a file.
     *
     * @param overwrite whether books that are there may be replaced
     * @throws BackupRefused if it cannot be; nothing has changed then
     */
    public BackupManifest restore(Path path, boolean overwrite) {
        try (var file = BackupFile.open(path)) {
            requireKnown(file.manifest());
            requireFree(overwrite);
            var suffix = Long.toHexString(ThreadLocalRandom.current().nextLong() & 0xffffffffL);
            var fresh = present.withDatabase(present.database() + "_restored_" + suffix);
            create(fresh.database());
            try {
                load(file, fresh);
            } catch (SQLException | IOException | RuntimeException failed) {
                drop(fresh.database());
                throw failed;
            }
            swap(fresh, present.withDatabase(present.database() + "_replaced_" + suffix));
            return file.manifest();
        } catch (SQLException | IOException failed) {
            throw new BackupRefused("backup.not-restored", Map.of("reason", String.valueOf(failed.getMessage())));
        }
    }

    private static void requireKnown(BackupManifest manifest) {
        if (manifest.schema().compareTo(Migrations.latest()) > 0) {
            throw new BackupRefused("backup.too-new", Map.of("found", manifest.schema(), "known", Migrations.latest()));
        }
    }

    private void requireFree(boolean overwrite) throws SQLException {
        try (var connection = present.connect()) {
            try (var statement = connection.prepareStatement(IN_USE)) {
                statement.setString(1, present.database());
                try (var row = statement.executeQuery()) {
                    if (row.next() && row.getLong(1) > 0) {
                        throw new BackupRefused("backup.in-use", Map.of("sessions", row.getLong(1)));
                    }
                }
            }
            if (!overwrite && isTrue(connection, HAS_BOOKS) && isTrue(connection, HOLDS_BOOKS)) {
                throw new BackupRefused("backup.books-exist", Map.of());
            }
        }
    }

    private static boolean isTrue(Connection connection, String question) throws SQLException {
        try (var statement = connection.createStatement(); var row = statement.executeQuery(question)) {
            return row.next() && row.getBoolean(1);
        }
    }

    /** The tables as they were when the backup was made, its rows, and then whatever came later. */
    private void load(BackupFile file, DatabaseAddress fresh) throws SQLException, IOException {
        Migrations.applyTo(fresh, file.manifest().schema());
        try (var connection = fresh.connect()) {
            connection.setAutoCommit(false);
            var foreignKeys = withoutForeignKeys(connection);
            var tables = file.manifest().tables();
            execute(connection, "TRUNCATE " + tables.stream().map(table -> BackUpBooks.quoted(table.name())).collect(Collectors.joining(",")));
            for (var table : tables) {
                progress.accept(table.name());
                copy(connection, file, table);
            }
            for (var sequence : file.manifest().sequences()) {
                set(connection, sequence);
            }
            if (isTrue(connection, HAS_NUMBERED_CHANGES)) {
                execute(connection, GO_ON);
            }
            for (var foreignKey : foreignKeys.entrySet()) {
                execute(connection, foreignKey.getKey() + foreignKey.getValue());
            }
            for (var table : tables) {
                execute(connection, "ALTER TABLE " + BackUpBooks.quoted(table.name()) + " ENABLE TRIGGER USER");
            }
            connection.commit();
            connection.setAutoCommit(true);
            execute(connection, "ANALYZE");
        }
        Migrations.applyTo(fresh);
    }

    /** Rows come table by table and not in the order of their references; what refers to nothing is found when the keys come back. */
    private static Map<String, String> withoutForeignKeys(Connection connection) throws SQLException {
        var again = new LinkedHashMap<String, String>();
        var drops = new ArrayList<String>();
        try (var statement = connection.createStatement(); var rows = statement.executeQuery(FOREIGN_KEYS)) {
            while (rows.next()) {
                var table = "ALTER TABLE " + rows.getString(1);
                again.put(table + " ADD CONSTRAINT " + BackUpBooks.quoted(rows.getString(2)) + " ", rows.getString(3));
                drops.add(table + " DROP CONSTRAINT " + BackUpBooks.quoted(rows.getString(2)));
            }
        }
        for (var drop : drops) {
            execute(connection, drop);
        }
        for (var table : tableNames(connection)) {
            execute(connection, "ALTER TABLE " + BackUpBooks.quoted(table) + " DISABLE TRIGGER USER");
        }
        return again;
    }

    private static List<String> tableNames(Connection connection) throws SQLException {
        var names = new ArrayList<String>();
        try (var statement = connection.createStatement(); var rows = statement.executeQuery(
                "select relname from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace and relname <> 'flyway_schema_history'")) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }

    private static void copy(Connection connection, BackupFile file, Table table) throws SQLException, IOException {
        var columns = String.join(",", table.columns().stream().map(BackUpBooks::quoted).toList());
        try (var rows = file.rows(table)) {
            var copied = connection.unwrap(PGConnection.class).getCopyAPI().copyIn("COPY " + BackUpBooks.quoted(table.name()) + " (" + columns + ") FROM STDIN (FORMAT csv)", rows);
            if (copied != table.rows()) {
                throw new BackupRefused("backup.damaged", Map.of("file", "", "table", table.name()));
            }
        }
    }

    private static void set(Connection connection, Sequence sequence) throws SQLException {
        try (var statement = connection.prepareStatement("select setval(?::regclass, ?, ?)")) {
            statement.setString(1, BackUpBooks.quoted(sequence.name()));
            statement.setLong(2, sequence.value());
            statement.setBoolean(3, sequence.called());
            statement.execute();
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private void create(String name) throws SQLException {
        try (var connection = present.connect()) {
            execute(connection, "CREATE DATABASE " + BackUpBooks.quoted(name) + " TEMPLATE template0");
        }
    }

    private void drop(String name) throws SQLException {
        try (var connection = present.connect()) {
            execute(connection, "DROP DATABASE IF EXISTS " + BackUpBooks.quoted(name) + " WITH (FORCE)");
        }
    }

    /** A database cannot be renamed from within, so each is renamed from the other. */
    private void swap(DatabaseAddress fresh, DatabaseAddress replaced) throws SQLException {
        try (var connection = fresh.connect()) {
            execute(connection, "ALTER DATABASE " + BackUpBooks.quoted(present.database()) + " RENAME TO " + BackUpBooks.quoted(replaced.database()));
        }
        try (var connection = replaced.connect()) {
            execute(connection, "ALTER DATABASE " + BackUpBooks.quoted(fresh.database()) + " RENAME TO " + BackUpBooks.quoted(present.database()));
        }
        drop(replaced.database());
    }
}
