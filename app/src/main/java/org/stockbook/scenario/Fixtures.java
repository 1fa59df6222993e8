package org.stockbook.scenario;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.stockbook.scenario.operation.Fixture;

/** The states that companies start from, one file each, read once. */
public final class Fixtures {
    private final ScenarioFormat format;
    private final Path folder;
    private final Map<String, Fixture> read = new ConcurrentHashMap<>();

    public Fixtures(ScenarioFormat format, Path folder) {
        this.format = format;
        this.folder = folder;
    }

    public Fixture named(String name) {
        return read.computeIfAbsent(name, this::read);
    }

    private Fixture read(String name) {
        var file = folder.resolve(name + ".json");
        if (!Files.isRegularFile(file)) {
            throw new ScenarioUnreadable("there is no fixture " + name + " in " + folder);
        }
        return format.fixture(file);
    }
}
