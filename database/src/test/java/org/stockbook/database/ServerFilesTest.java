package org.stockbook.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServerFilesTest {

    private static final Path FOLDER = Path.of("/somewhere");

    @ParameterizedTest
    @CsvSource({"Linux, amd64, false, postgres-linux-x86_64.txz", "Linux, aarch64, false, postgres-linux-arm_64.txz",
        "Linux, amd64, true, postgres-linux-x86_64-alpine_linux.txz", "Mac OS X, aarch64, false, postgres-darwin-arm_64.txz",
        "Mac OS X, x86_64, false, postgres-darwin-x86_64.txz"})
    void each_platform_has_its_archive(String system, String architecture, boolean musl, String archive) {
        assertThat(Platform.of(system, architecture, musl).archive()).isEqualTo(archive);
    }

    @ParameterizedTest
    @CsvSource({"Windows 11, amd64", "Linux, riscv64"})
    void a_platform_without_an_archive_is_named_with_the_way_out(String system, String architecture) {
        assertThatThrownBy(() -> Platform.of(system, architecture, false))
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessageContaining(system).hasMessageContaining("STOCKBOOK_DATABASE_URL");
    }

    @Test
    void the_file_of_a_running_server_is_read_in_all_its_stages() {
        var lines = List.of("123", "/data", "1700000000", "5433", "", "127.0.0.1", "  1  2", "ready   ");

        assertThat(PostmasterFile.parse(lines)).contains(new PostmasterFile(123, 5433, "ready"));
        assertThat(PostmasterFile.parse(lines.subList(0, 7))).contains(new PostmasterFile(123, 5433, ""));
        assertThat(PostmasterFile.parse(lines.subList(0, 3))).isEmpty();
        assertThat(PostmasterFile.parse(List.of("x", "", "", ""))).isEmpty();
        assertThat(PostmasterFile.parse(List.of())).isEmpty();
    }

    @Test
    void a_full_device_is_told_apart_whoever_reports_it() {
        assertThat(StartFailure.of(FOLDER, new IOException("write failed: No space left on device")).problem())
                .isEqualTo(new DatabaseProblem.DiskFull(FOLDER));
        assertThat(StartFailure.of(FOLDER, "FATAL:  could not write lock file: No space left on device").problem())
                .isEqualTo(new DatabaseProblem.DiskFull(FOLDER));
    }

    @Test
    void the_data_folder_follows_the_environment() {
        assertThat(DataFolder.ofEnvironment(Map.of("STOCKBOOK_DATA", "/srv/books")).path())
                .isEqualTo(Path.of("/srv/books"));
        assertThat(DataFolder.ofEnvironment(Map.of("XDG_DATA_HOME", "/home/ann/share")).path()).isEqualTo(
                ServerAccount.isRoot() ? Path.of("/var/lib/stockbook") : Path.of("/home/ann/share/stockbook"));
        assertThat(DataFolder.ofEnvironment(Map.of()).path()).isEqualTo(ServerAccount.isRoot()
                ? Path.of("/var/lib/stockbook") : Path.of(System.getProperty("user.home"), ".stockbook"));
    }
}
