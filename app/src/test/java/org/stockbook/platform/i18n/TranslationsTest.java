package org.stockbook.platform.i18n;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.MessageFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** A missing text fails the build: every bundle says the same things, about the same values, in all three languages. */
class TranslationsTest {
    private static final Path BUNDLES = Path.of("src", "main", "resources", "i18n");
    private static final Set<String> LANGUAGES = Set.of("en", "fr_CA", "da");
    private static final Pattern NAME_AND_LANGUAGE = Pattern.compile("(.+)_(en|fr_CA|da)\\.properties");

    /** Words that are written alike; everything else that is the same as in English was forgotten. */
    private static final Map<String, Set<String>> ALIKE = Map.of(
            "en", Set.of(),
            "da", Set.of("Administrator", "Difference", "Dimension", "Dimension 1", "Dimension 2", "Enter", "FIFO", "Filter", "GTIN", "Global dimension 1", "Global dimension 2",
                    "LIFO", "Normal", "Partner", "Record", "Service", "Standard", "Status", "Symbol", "System", "Tolerance %", "Type", "Variant", "Version"),
            "fr_CA", Set.of("Actions", "Active", "Base", "Cause", "Code", "Condition", "Copies", "Date", "Description", "Description 2", "Dimension", "Dimension 1", "Dimension 2",
                    "Dimensions", "Document", "Documents", "GTIN", "Inactive", "Interchangeable", "Net", "Option", "Pages", "Parent", "Service", "Standard", "Stock", "Stock, {unit}",
                    "Total", "Total {currency}", "Transaction", "Type", "Variable", "Version", "palette", "volume"));
    private static final Pattern WORD = Pattern.compile("\\p{L}{3}");
    private static final Pattern VALUE = Pattern.compile("\\{[^{}]*}");

    @Test
    void exist() throws IOException {
        assertThat(bundles()).as("bundles in %s", BUNDLES).isNotEmpty();
    }

    /** All bundles are read into one: the second text of a key would win in silence. */
    @Test
    void share_no_key() throws IOException {
        var keys = bundles().values().stream().flatMap(bundle -> bundle.getOrDefault("en", Map.of()).keySet().stream());

        assertThat(keys).doesNotHaveDuplicates();
    }

    @TestFactory
    Stream<DynamicTest> say_the_same_in_every_language() throws IOException {
        return bundles().entrySet().stream().map(bundle -> DynamicTest.dynamicTest(bundle.getKey(), () -> {
            assertThat(bundle.getValue().keySet()).as("languages of %s", bundle.getKey()).isEqualTo(LANGUAGES);
            var softly = new SoftAssertions();
            var english = bundle.getValue().get("en");
            bundle.getValue().forEach((language, texts) -> {
                softly.assertThat(texts.keySet()).as("keys of %s_%s", bundle.getKey(), language).isEqualTo(english.keySet());
                texts.forEach((key, text) -> {
                    softly.assertThat(text).as("%s_%s: %s", bundle.getKey(), language, key).isNotBlank();
                    softly.assertThat(valuesIn(text, language)).as("values in %s_%s: %s", bundle.getKey(), language, key)
                            .isEqualTo(valuesIn(english.getOrDefault(key, text), "en"));
                });
            });
            softly.assertAll();
        }));
    }

    @TestFactory
    Stream<DynamicTest> leave_nothing_in_english() throws IOException {
        return bundles().entrySet().stream().map(bundle -> DynamicTest.dynamicTest(bundle.getKey(), () -> {
            var english = bundle.getValue().get("en");
            bundle.getValue().forEach((language, texts) -> assertThat(english.entrySet().stream()
                    .filter(text -> !language.equals("en") && text.getValue().equals(texts.get(text.getKey())) && WORD.matcher(VALUE.matcher(text.getValue()).replaceAll("")).find()
                            && !ALIKE.getOrDefault(language, Set.of()).contains(text.getValue()))).as("English in %s_%s", bundle.getKey(), language).isEmpty());
        }));
    }

    /** Bundle name to language to key to text. */
    private static Map<String, Map<String, Map<String, String>>> bundles() throws IOException {
        try (var files = Files.walk(BUNDLES)) {
            return files.filter(file -> file.toString().endsWith(".properties")).toList().stream()
                    .collect(groupingBy(TranslationsTest::nameOf, toMap(TranslationsTest::languageOf, TranslationsTest::textsOf)));
        }
    }

    private static String nameOf(Path file) {
        return NAME_AND_LANGUAGE.matcher(file.getFileName().toString()).replaceFirst("$1");
    }

    private static String languageOf(Path file) {
        return NAME_AND_LANGUAGE.matcher(file.getFileName().toString()).replaceFirst("$2");
    }

    private static Map<String, String> textsOf(Path file) {
        var texts = new OnceOnlyProperties();
        try (var reader = Files.newBufferedReader(file, UTF_8)) {
            texts.load(reader);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return texts.stringPropertyNames().stream().collect(toMap(key -> key, texts::getProperty));
    }

    private static Set<String> valuesIn(String text, String language) {
        return new TreeSet<>(new MessageFormat(text, Locale.forLanguageTag(language.replace('_', '-'))).getArgumentNames());
    }

    /** Properties would keep the last of two texts for one key in silence. */
    private static final class OnceOnlyProperties extends Properties {
        @Override
        public synchronized Object put(Object key, Object text) {
            assertThat(containsKey(key)).as("a second text for %s", key).isFalse();
            return super.put(key, text);
        }
    }
}
