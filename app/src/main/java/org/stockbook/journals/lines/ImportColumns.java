package org.stockbook.journals.lines;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.stockbook.journals.JournalField;
import org.stockbook.journals.JournalKind;
import org.stockbook.platform.exchange.CsvFile;
import org.stockbook.platform.exchange.Mapping.Format;
import org.stockbook.platform.exchange.WrittenValues;
import org.stockbook.platform.i18n.Language;
import org.stockbook.platform.i18n.Texts;

/** Which fields the columns of a file are: by their names in the API or their headings in any language (spec: journals, section 13). */
@Component
public class ImportColumns {
    private final Texts texts;

    ImportColumns(Texts texts) {
        this.texts = texts;
    }

    /** The columns of a file that lines of a kind have. */
    public Heading of(CsvFile file, JournalKind kind) {
        var named = names(kind);
        var columns = new HashMap<Integer, JournalField>();
        var ignored = new ArrayList<String>();
        for (var i = 0; i < file.heading().size(); i++) {
            var field = Optional.ofNullable(named.get(plain(file.heading().get(i))));
            if (field.filter(found -> !columns.containsValue(found)).isPresent()) {
                columns.put(i, field.get());
            } else if (!file.heading().get(i).isBlank()) {
                ignored.add(file.heading().get(i));
            }
        }
        return new Heading(file, columns, ignored, words(JournalField.ENTRY_TYPE, kind), words(JournalField.RECURRING_METHOD, kind));
    }

    private Map<String, JournalField> names(JournalKind kind) {
        var names = new HashMap<String, JournalField>();
        for (var field : kind.writable()) {
            names.put(plain(field.property()), field);
            for (var language : Language.values()) {
                if (texts.has("column." + field.property())) {
                    names.putIfAbsent(plain(texts.text(language, "column." + field.property())), field);
                }
            }
        }
        return names;
    }

    private Map<String, String> words(JournalField field, JournalKind kind) {
        var words = new HashMap<String, String>();
        var constants = field == JournalField.ENTRY_TYPE ? kind.entryTypes() : List.of(RecurringMethod.values());
        for (var constant : constants) {
            var word = RefusalTexts.word((Enum<?>) constant);
            words.put(plain(word), word);
            for (var language : Language.values()) {
                words.putIfAbsent(plain(texts.text(language, "choice." + field.property() + "." + word)), word);
            }
        }
        return words;
    }

    /** Without accents, capitals and whatever is neither letter nor digit. */
    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}", "").replaceAll("[^\\p{L}\\p{N}]", "").toLowerCase(Locale.ROOT);
    }

    /** The columns of one file. */
    public static final class Heading {
        private final CsvFile file;
        private final Map<Integer, JournalField> columns;
        private final List<String> ignored;
        private final Map<Integer, WrittenValues> written = new HashMap<>();
        private final Map<String, String> entryTypes;
        private final Map<String, String> methods;

        private Heading(
                CsvFile file, Map<Integer, JournalField> columns, List<String> ignored, Map<String, String> entryTypes, Map<String, String> methods) {
            this.file = file;
            this.columns = Map.copyOf(columns);
            this.ignored = List.copyOf(ignored);
            this.entryTypes = entryTypes;
            this.methods = methods;
            columns.keySet().forEach(column ->
                    written.put(column, WrittenValues.of(() -> file.column(column).filter(text -> !text.isEmpty()), Format.FOUND_OUT)));
        }

        public boolean has(JournalField field) {
            return columns.containsValue(field);
        }

        /** Headings that name no field. */
        public List<String> ignored() {
            return ignored;
        }

        /** The row as canonical texts; what cannot be read stays as it is written and is reported with its line. */
        public Map<JournalField, String> values(CsvFile.Line row) {
            var values = new EnumMap<JournalField, String>(JournalField.class);
            columns.forEach((column, field) -> {
                var text = column < row.values().size() ? row.values().get(column).strip() : "";
                if (!text.isEmpty()) {
                    values.put(field, canonical(column, field, text));
                }
            });
            values.put(JournalField.IMPORT_SOURCE, file.name() + ":" + row.number());
            return values;
        }

        private String canonical(int column, JournalField field, String text) {
            var reader = Optional.ofNullable(written.get(column)).orElseThrow();
            return switch (field) {
                case POSTING_DATE, DOCUMENT_DATE, RECURRING_UNTIL -> reader.date(text).map(LocalDate::toString).orElse(text);
                case QUANTITY, UNIT_AMOUNT, AMOUNT, UNIT_COST_REVALUED, VALUE_REVALUED, VALUE_CALCULATED, UNIT_COST_CALCULATED ->
                    reader.number(text).map(figure -> figure.toPlainString()).orElse(text);
                case ENTRY_TYPE -> entryTypes.getOrDefault(plain(text), text);
                case RECURRING_METHOD -> methods.getOrDefault(plain(text), text);
                case LINE, DOCUMENT_NO, EXTERNAL_DOCUMENT_NO, ITEM, VARIANT, DESCRIPTION, LOCATION, NEW_LOCATION, NEW_VARIANT, UNIT, APPLIES_TO_ENTRY,
                        APPLIES_FROM_ENTRY, SERIAL_NO, LOT_NO, REASON, BUSINESS_GROUP, DIMENSION_1, DIMENSION_2, NEW_DIMENSION_1, NEW_DIMENSION_2, RECURRING_FREQUENCY,
                        VALUE_PER, PARTIAL_REVALUATION, UPDATE_STANDARD_COST, IMPORT_SOURCE -> text;
            };
        }
    }
}
