package org.stockbook.commandline;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.stockbook.database.DataFolder;
import org.stockbook.database.DatabaseServer;
import picocli.CommandLine.Option;

/** Which books a command works on; the same option on all commands. */
public final class BooksOption {
    @Option(
            names = "--data",
            paramLabel = "FOLDER",
            description = "Folder of the embedded database. Default: STOCKBOOK_DATA, else ~/.stockbook.")
    private @Nullable Path folder;

    /** The settings that lead the program to these books. */
    Map<String, String> settings() {
        var settings = new HashMap<String, String>();
        Optional.ofNullable(System.getenv(DatabaseServer.URL_VARIABLE)).ifPresent(url -> settings.put("stockbook.database.url", url));
        Optional.ofNullable(System.getenv(DataFolder.VARIABLE)).ifPresent(data -> settings.put("stockbook.data", data));
        Optional.ofNullable(folder).ifPresent(data -> {
            settings.put("stockbook.data", data.toString());
            settings.put("stockbook.database.url", "");
        });
        return settings;
    }

    /** The same, but where nobody named any books: beside the ordinary ones, so that a trial never touches a business. */
    Map<String, String> settingsForDemo() {
        var settings = new HashMap<>(settings());
        if (settings.values().stream().allMatch(String::isBlank)) {
            var ordinary = DataFolder.ofEnvironment(System.getenv()).path();
            settings.put("stockbook.data", ordinary.resolveSibling(ordinary.getFileName() + "-demo").toString());
        }
        return settings;
    }
}
