package org.stockbook.platform.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.stockbook.costs.VerifyBooks;
import org.stockbook.database.DatabaseAddress;
import org.stockbook.database.ThrowAwayServer;
import org.stockbook.inventory.runs.LongWork;
import org.stockbook.platform.database.CompanyDataSource;
import org.stockbook.platform.database.ScratchDatabase;
import org.stockbook.platform.security.Permissions;
import org.stockbook.web.api.Shop;
import org.stockbook.web.api.ShopTest;

/** What was backed up comes back: every row, every number, and books that prove. */
@ShopTest
class BackupTest {
    @Autowired
    private Shop shop;

    @Autowired
    private BackUpBooks backUp;

    @Autowired
    private VerifyBooks verify;

    @Autowired
    private CompanyDataSource company;

    @Autowired
    private DSLContext dsl;

    @TempDir
    private Path folder;

    @BeforeEach
    void a_shop() {
        shop.open();
    }

    @Test
    void books_come_back_whole_into_a_database_of_their_own() throws Exception {
        var file = backup();
        var before = rows(dsl);
        var target = ThrowAwayServer.shared().create();
        try {
            var manifest = new RestoreBooks(target, _ -> { }).restore(file, false);
            try (var restored = ScratchDatabase.connect(target)) {
                assertThat(rows(restored.dsl())).isEqualTo(before);
                assertThat(manifest.rows()).isEqualTo(before.values().stream().mapToLong(Long::longValue).sum()).isGreaterThan(5000);
                assertThat(nextEntry(restored.dsl())).isEqualTo(nextEntry(dsl));
                // Whoever keeps a copy has read on after the backup: a change of the restored books comes behind that.
                dsl.execute("UPDATE vendor SET name = name || '.'");
                restored.dsl().execute("UPDATE vendor SET name = name || '.'");
                assertThat(lastChange(restored.dsl())).isGreaterThan(lastChange(dsl));
                var proof = company.call(restored.dataSource(), () -> Permissions.asStockbook(() -> verify.verify(LongWork.SILENT)));
                assertThat(proof.findings()).isEmpty();
                assertThat(proof.entries()).isPositive();
                assertThatThrownBy(() -> restored.dsl().execute("delete from item_ledger_entry")).hasMessageContaining("item_ledger_entry");
            }
            assertThatThrownBy(() -> new RestoreBooks(target, _ -> { }).restore(file, false)).hasMessageContaining("backup.books-exist");
            new RestoreBooks(target, _ -> { }).restore(file, true);
        } finally {
            ThrowAwayServer.shared().drop(target);
        }
    }

    private static long lastChange(DSLContext books) {
        return books.fetchSingle("SELECT max(change_number) FROM vendor").get(0, Long.class);
    }

    @Test
    void nothing_is_touched_where_the_file_is_not_whole_or_somebody_works() throws Exception {
        var file = backup();
        var target = ThrowAwayServer.shared().create();
        try {
            assertThatThrownBy(() -> new RestoreBooks(target, _ -> { }).restore(damaged(file), false)).isInstanceOf(BackupRefused.class);
            var other = Files.writeString(folder.resolve("other.zip"), "no backup");
            assertThatThrownBy(() -> new RestoreBooks(target, _ -> { }).restore(other, false)).hasMessageContaining("backup.unreadable");
            try (var somebody = target.connect()) {
                assertThat(somebody.isValid(1)).isTrue();
                assertThatThrownBy(() -> new RestoreBooks(target, _ -> { }).restore(file, true)).hasMessageContaining("backup.in-use");
            }
            assertThat(tables(target)).isZero();
        } finally {
            ThrowAwayServer.shared().drop(target);
        }
    }

    private Path backup() throws IOException {
        var file = folder.resolve("books.zip");
        try (OutputStream output = Files.newOutputStream(file)) {
            Permissions.asStockbook(() -> backUp.write(output, _ -> { }));
        }
        return file;
    }

    private Path damaged(Path file) throws IOException {
        var bytes = Files.readAllBytes(file);
        for (int i = bytes.length / 3; i < bytes.length / 3 + 200; i++) {
            bytes[i] ^= 0x5a;
        }
        return Files.write(folder.resolve("damaged.zip"), bytes);
    }

    private static Map<String, Long> rows(DSLContext database) {
        var rows = new LinkedHashMap<String, Long>();
        database.fetch("select relname from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace and relname <> 'flyway_schema_history' order by relname")
                .forEach(table -> rows.put(table.get(0, String.class), database.fetchOne("select count(*) from " + table.get(0)).get(0, Long.class)));
        return rows;
    }

    private static String nextEntry(DSLContext database) {
        return database.fetch("select sequencename, last_value from pg_sequences where schemaname = 'public' and sequencename <> 'change_number_base' order by 1").formatCSV();
    }

    private static long tables(DatabaseAddress target) {
        try (var database = ScratchDatabase.connect(target)) {
            return database.dsl().fetchOne("select count(*) from pg_tables where schemaname = 'public'").get(0, Long.class);
        }
    }
}
