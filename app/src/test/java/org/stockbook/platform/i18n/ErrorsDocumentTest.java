package org.stockbook.platform.i18n;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** docs/errors.md is made from the texts themselves: every code, what it means and the way out. What it should say is written to target/errors.md. */
class ErrorsDocumentTest {
    private static final Path BUNDLES = Path.of("src", "main", "resources", "i18n");
    private static final Path DOCUMENT = Path.of("..", "docs", "errors.md");
    private static final Path MADE = Path.of("target", "errors.md");
    private static final List<Path> SOURCES = List.of(Path.of("src", "main", "java"), Path.of("..", "kernel", "src", "main", "java"), Path.of("..", "database", "src", "main", "java"));

    @Test
    void says_what_every_code_means() throws IOException {
        var made = new ArrayList<>(List.of("# Error codes", "",
                "Every refusal of Stockbook carries one of these codes: in the API as `code` of a problem, on pages with its sentence. Codes never change; the sentences here",
                "are the English ones, with what they name in braces. `GET /api/v1/problems` gives them in the language of the caller.", "",
                "Made from the texts of the program by `ErrorsDocumentTest`; take over `app/target/errors.md` where it differs."));
        var area = "";
        for (var text : texts().entrySet()) {
            var code = text.getKey();
            var ofCode = code.substring(0, code.indexOf('.'));
            if (!ofCode.equals(area)) {
                area = ofCode;
                made.addAll(List.of("", "## " + area, "", "| Code | Meaning and way out |", "|---|---|"));
            }
            made.add("| `" + code + "` | " + text.getValue().replace("|", "\\|").replace("\n", " ") + " |");
        }
        Files.createDirectories(MADE.getParent());
        Files.write(MADE, made);

        assertThat(Files.readAllLines(MADE)).as("made anew, against " + DOCUMENT).containsExactlyElementsOf(Files.readAllLines(DOCUMENT));
    }

    /** A literal that begins with the area of a code and is no other text's key is a code. */
    @Test
    void every_code_of_the_program_has_a_text() throws IOException {
        var known = texts().keySet();
        var others = keys();
        var areas = new TreeSet<String>();
        known.forEach(code -> areas.add(code.substring(0, code.indexOf('.'))));
        var literal = Pattern.compile("\"((?:" + String.join("|", areas) + ")\\.[a-z][a-z0-9]*(?:-[a-z0-9]+)+)\"");
        var missing = new TreeSet<String>();
        for (var source : SOURCES) {
            try (var files = Files.walk(source)) {
                files.filter(file -> file.toString().endsWith(".java")).forEach(file -> literal.matcher(read(file)).results().map(found -> found.group(1))
                        .filter(code -> !known.contains(code) && !others.contains(code)).forEach(missing::add));
            }
        }
        assertThat(missing).isEmpty();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static TreeMap<String, String> texts() throws IOException {
        var texts = new TreeMap<String, String>();
        bundles().forEach(bundle -> bundle.stringPropertyNames().stream().filter(key -> key.startsWith("error.") && key.indexOf('.', 6) > 0)
                .forEach(key -> texts.put(key.substring("error.".length()), bundle.getProperty(key))));
        return texts;
    }

    private static Set<String> keys() throws IOException {
        var keys = new HashSet<String>();
        bundles().forEach(bundle -> keys.addAll(bundle.stringPropertyNames()));
        return keys;
    }

    private static Stream<Properties> bundles() throws IOException {
        try (var files = Files.list(BUNDLES)) {
            return files.filter(file -> file.toString().endsWith("_en.properties")).map(ErrorsDocumentTest::bundle).toList().stream();
        }
    }

    private static Properties bundle(Path file) {
        var bundle = new Properties();
        try (var reader = Files.newBufferedReader(file, UTF_8)) {
            bundle.load(reader);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return bundle;
    }
}
