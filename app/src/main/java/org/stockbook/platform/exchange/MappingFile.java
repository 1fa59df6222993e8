package org.stockbook.platform.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.stockbook.platform.exchange.Mapping.FieldMapping;
import org.stockbook.platform.exchange.Mapping.FileMapping;
import org.stockbook.platform.exchange.Mapping.Filter;
import org.stockbook.platform.exchange.Mapping.Format;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** Reads mapping files, which are YAML (and so JSON); a word that is not understood is refused with its place. */
public final class MappingFile {
    private static final Set<String> FILE_WORDS = Set.of("file", "into", "format", "fields", "only", "except", "once");
    private static final Set<String> FIELD_WORDS = Set.of("column", "columns", "constant", "type", "table", "otherwise", "longest", "decimals");
    private static final Set<String> FORMAT_WORDS = Set.of("encoding", "delimiter", "decimal", "date");

    private MappingFile() {}

    /**
     * The mapping of a file, or one that is part of the program by its name.
     *
     * @throws FileRefused if there is none or it is not understood
     */
    public static Mapping read(String nameOrPath) {
        var path = Path.of(nameOrPath);
        try (var stream = Files.isRegularFile(path) ? Files.newInputStream(path) : ofProgram(nameOrPath)) {
            return mapping(section(new Yaml(new SafeConstructor(new LoaderOptions())).load(stream), nameOrPath));
        } catch (IOException unreadable) {
            throw new FileRefused(nameOrPath, "damaged");
        } catch (YAMLException malformed) {
            throw new FileRefused(nameOrPath, "mapping.no-yaml", Map.of("detail", String.valueOf(malformed.getMessage())));
        }
    }

    private static InputStream ofProgram(String name) {
        return Optional.ofNullable(MappingFile.class.getResourceAsStream("/mappings/" + name + ".yaml"))
                .orElseThrow(() -> new FileRefused(name, "mapping.unknown"));
    }

    private static Mapping mapping(Map<String, Object> all) {
        known(all, Set.of("company", "format", "tables", "files"), "mapping");
        var format = format(all.get("format"), Format.FOUND_OUT);
        var tables = new LinkedHashMap<String, Map<String, String>>();
        section(all.getOrDefault("tables", Map.of()), "tables").forEach((name, table) -> tables.put(name, texts(table, "tables." + name)));
        var companies = all.containsKey("company") ? list(all.get("company"), "company").stream().map(String::valueOf).toList() : List.<String>of();
        return new Mapping(companies, list(all.get("files"), "files").stream().map(file -> file(section(file, "files"), format)).toList(), tables);
    }

    private static FileMapping file(Map<String, Object> file, Format format) {
        known(file, FILE_WORDS, "files");
        var into = text(file, "into");
        var fields = new LinkedHashMap<String, FieldMapping>();
        section(file.getOrDefault("fields", Map.of()), into + ".fields").forEach((name, field) -> fields.put(name, field(field, into + "." + name)));
        var filters = Stream.concat(filters(file.get("only"), false), filters(file.get("except"), true)).toList();
        return new FileMapping(text(file, "file"), into, format(file.get("format"), format), fields, filters, Boolean.TRUE.equals(file.get("once")));
    }

    /** A text is the name of a column; everything else is said by words. */
    private static FieldMapping field(Object field, String place) {
        if (!(field instanceof Map)) {
            return new FieldMapping(List.of(String.valueOf(field)), "", "text", "", "", 0, -1);
        }
        var words = section(field, place);
        known(words, FIELD_WORDS, place);
        var columns = words.containsKey("columns") ? list(words.get("columns"), place).stream().map(String::valueOf).toList()
                : Stream.of(text(words, "column")).filter(column -> !column.isEmpty()).toList();
        return new FieldMapping(columns, text(words, "constant"), words.containsKey("type") ? text(words, "type") : "text", text(words, "table"),
                text(words, "otherwise"), number(words, "longest", 0), number(words, "decimals", -1));
    }

    private static Stream<Filter> filters(@Nullable Object filters, boolean excluded) {
        return filters == null
                ? Stream.of()
                : section(filters, "filter").entrySet().stream().map(filter -> new Filter(filter.getKey(),
                        filter.getValue() instanceof List<?> values ? values.stream().map(String::valueOf).toList() : List.of(String.valueOf(filter.getValue())), excluded));
    }

    private static Format format(@Nullable Object format, Format otherwise) {
        if (format == null) {
            return otherwise;
        }
        var words = section(format, "format");
        known(words, FORMAT_WORDS, "format");
        return new Format(text(words, "encoding"), text(words, "delimiter"), text(words, "decimal"), text(words, "date"));
    }

    private static int number(Map<String, Object> words, String name, int otherwise) {
        return words.get(name) instanceof Integer number ? number : otherwise;
    }

    private static String text(Map<String, Object> words, String name) {
        return Optional.ofNullable(words.get(name)).map(String::valueOf).orElse("");
    }

    private static Map<String, String> texts(Object section, String place) {
        var texts = new LinkedHashMap<String, String>();
        section(section, place).forEach((name, value) -> texts.put(name, String.valueOf(value)));
        return texts;
    }

    private static List<?> list(@Nullable Object list, String place) {
        if (list instanceof List<?> values) {
            return values;
        }
        throw new FileRefused(FileRefused.MAPPING, "mapping.no-list", Map.of("place", place));
    }

    private static Map<String, Object> section(@Nullable Object section, String place) {
        if (!(section instanceof Map<?, ?> words)) {
            throw new FileRefused(FileRefused.MAPPING, "mapping.no-section", Map.of("place", place));
        }
        var byName = new LinkedHashMap<String, Object>();
        words.forEach((name, value) -> byName.put(String.valueOf(name), value == null ? "" : value));
        return byName;
    }

    private static void known(Map<String, Object> words, Set<String> known, String place) {
        words.keySet().stream().filter(word -> !known.contains(word)).findFirst().ifPresent(word -> {
            throw new FileRefused(FileRefused.MAPPING, "mapping.word", Map.of("word", word, "place", place, "known", String.join(", ", known.stream().sorted().toList())));
        });
    }
}
