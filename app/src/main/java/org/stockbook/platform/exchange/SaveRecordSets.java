package org.stockbook.platform.exchange;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.stockbook.platform.records.RecordDraft;
import org.stockbook.platform.records.RecordOutcome;
import org.stockbook.platform.records.SaveRecords;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * Keeps sets of records that are part of the program: a YAML list of collections with their records, in the order of their references.
 * A record of a compact set is a list of values under one list of fields.
 */
@Component
public class SaveRecordSets {
    private final SaveRecords save;

    SaveRecordSets(SaveRecords save) {
        this.save = save;
    }

    SaveRecords save() {
        return save;
    }

    /**
     * Keeps all sets of a file, or none.
     *
     * @param name of the file below {@code companies}
     * @throws IllegalStateException if a record is refused, because the file is part of the program
     */
    @Transactional
    public void save(String name) {
        for (var set : sets(name)) {
            var drafts = new ArrayList<RecordDraft>();
            records(set).forEach(record -> drafts.add(RecordDraft.of(drafts.size() + 1, record)));
            var outcome = save.save(String.valueOf(set.get("collection")), SaveRecords.Mode.CREATE_OR_CHANGE, drafts);
            if (!(outcome instanceof RecordOutcome.Saved)) {
                throw new IllegalStateException(name + ", " + set.get("collection") + ": " + outcome);
            }
        }
    }

    private static List<Map<?, ?>> sets(String name) {
        try (var stream = new ClassPathResource("companies/" + name + ".yaml").getInputStream()) {
            List<Map<?, ?>> sets = new Yaml(new SafeConstructor(new LoaderOptions())).load(stream);
            return sets;
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    private static List<Map<String, Object>> records(Map<?, ?> set) {
        var records = new ArrayList<Map<String, Object>>();
        var fields = set.get("fields") instanceof List<?> names ? names : List.of();
        for (var record : set.get("records") instanceof List<?> listed ? listed : List.of()) {
            var values = new LinkedHashMap<String, Object>();
            switch (record) {
                case Map<?, ?> named -> named.forEach((field, value) -> values.put(String.valueOf(field), value));
                case List<?> row -> {
                    for (int i = 0; i < row.size(); i++) {
                        values.put(String.valueOf(fields.get(i)), row.get(i));
                    }
                }
                default -> throw new IllegalStateException("neither a section nor a list: " + record);
            }
            records.add(values);
        }
        return records;
    }
}
