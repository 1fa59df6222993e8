package org.stockbook.platform.i18n;

import com.ibm.icu.text.MessageFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.springframework.core.io.support.EncodedResource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.io.support.PropertiesLoaderUtils;
import org.springframework.stereotype.Component;

/**
 * The sentences of the product in its languages, by key (spec: ui, section 10). They stand in {@code i18n/*_en.properties} and its sisters, as ICU
 * messages with named arguments, which may be sentences themselves. A test of the build holds all languages to the same keys and arguments.
 */
@Component
public final class Texts {
    /** Where a long word may be divided; wanted in narrow headings only. */
    private static final String SOFT_HYPHEN = "\u00ad";

    private final Map<Language, Map<String, String>> patterns = new EnumMap<>(Language.class);
    private final Map<Language, Map<String, String>> divided = new EnumMap<>(Language.class);
    private final Map<Language, Formats> formats = new EnumMap<>(Language.class);
    private final Map<Language, Map<String, MessageFormat>> parsed = new EnumMap<>(Language.class);

    public Texts() {
        for (var language : Language.values()) {
            var all = load(language);
            patterns.put(language, all.entrySet().stream().collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, text -> text.getValue().replace(SOFT_HYPHEN, ""))));
            divided.put(language, all.entrySet().stream().filter(text -> text.getValue().contains(SOFT_HYPHEN)).collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue)));
            formats.put(language, new Formats(language));
            parsed.put(language, new ConcurrentHashMap<>());
        }
    }

    private static Map<String, String> load(Language language) {
        var all = new HashMap<String, String>();
        try {
            var files = new PathMatchingResourcePatternResolver().getResources("classpath*:i18n/*_" + language.suffix() + ".properties");
            for (var file : files) {
                Properties texts = PropertiesLoaderUtils.loadProperties(new EncodedResource(file, StandardCharsets.UTF_8));
                texts.stringPropertyNames().forEach(key -> all.put(key, texts.getProperty(key)));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return all;
    }

    /** How this language writes numbers and dates. */
    public Formats formats(Language language) {
        return formatsOf(language);
    }

    public boolean has(String key) {
        return of(patterns, Language.ENGLISH).containsKey(key);
    }

    /** Texts of one prefix, without it and with their arguments still open, for scripts that fill them in themselves. */
    public Map<String, String> templates(Language language, String prefix) {
        var found = new HashMap<String, String>();
        of(patterns, language).forEach((key, pattern) -> {
            if (key.startsWith(prefix)) {
                found.put(key.substring(prefix.length()), pattern);
            }
        });
        return found;
    }

    /** A text that is shown above a narrow column: its long words may be divided, unlike anywhere else. */
    public String heading(Language language, String key) {
        return Optional.ofNullable(of(divided, language).get(key)).orElseGet(() -> text(language, key));
    }

    /** A text without arguments; a text that is missing shows its key, and a test of the build finds it first. */
    public String text(Language language, String key) {
        return text(language, key, Map.of());
    }

    /** A text with arguments; numbers and dates among them are written as the language writes them. */
    public String text(Language language, String key, Map<String, ?> arguments) {
        var pattern = Optional.ofNullable(of(patterns, language).get(key))
                .or(() -> Optional.ofNullable(of(patterns, Language.ENGLISH).get(key)));
        if (pattern.isEmpty()) {
            return key;
        }
        if (pattern.get().indexOf('{') < 0) {
            return pattern.get();
        }
        var format = of(parsed, language).computeIfAbsent(key, _ -> new MessageFormat(pattern.get(), language.locale()));
        var byName = written(language, arguments, format);
        synchronized (format) {                            // ICU's message formats are not made for several threads
            return format.format(byName, new StringBuffer(), null).toString();
        }
    }

    private Map<String, Object> written(Language language, Map<String, ?> arguments, MessageFormat format) {
        var byName = new HashMap<String, Object>();
        for (var name : format.getArgumentNames()) {
            byName.put(name, switch (arguments.get(name)) {
                case null -> "";
                case Sentence(var key, var named) -> text(language, key, named);
                case Object value -> formatsOf(language).argument(value);
            });
        }
        return byName;
    }

    private Formats formatsOf(Language language) {
        return of(formats, language);
    }

    private static <T> T of(Map<Language, T> byLanguage, Language language) {
        return Optional.ofNullable(byLanguage.get(language)).orElseThrow();
    }
}
