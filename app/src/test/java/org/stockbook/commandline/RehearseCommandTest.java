package org.stockbook.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stockbook.StockbookApplication;

class RehearseCommandTest {
    /** As the launcher has it before it makes the start-up cache: the program starts with few parts, answers pages, and all other parts can be made. */
    @Test
    void the_program_opens_new_books_answers_and_ends(@TempDir Path folder) throws Exception {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));

        assertThat(rehearse(folder)).isZero();
        assertThat(rehearse(folder)).as("in books that somebody works with").isNotZero();
    }

    private static int rehearse(Path folder) {
        return new Program(StockbookApplication.class, RehearseCommandTest.class).run("rehearse", "--port", "0", "--data", folder.toString());
    }
}
