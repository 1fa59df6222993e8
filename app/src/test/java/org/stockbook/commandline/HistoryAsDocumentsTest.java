package org.stockbook.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;
import org.stockbook.platform.database.ScratchDatabaseInitializer;

/** Some weeks of a real trade history as orders, invoices, freight as an item charge, and returns. */
@SpringBootTest(properties = "stockbook.books-of-test=HistoryAsDocumentsTest")
@ContextConfiguration(initializers = ScratchDatabaseInitializer.class)
@DirtiesContext
class HistoryAsDocumentsTest {
    @Autowired
    private ApplicationContext rooms;

    @Test
    void a_part_of_a_real_history_leaves_clean_books(@TempDir Path folder) throws IOException {
        assertThat(PartOfAHistory.in(folder).post(rooms, true)).isZero();
    }
}
