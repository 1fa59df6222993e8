package org.stockbook.web.pages;

import java.util.List;
import org.stockbook.web.parts.Cell;

/**
 * The fields of a record that can be typed into.
 *
 * @param address where the API has the record, without its root; the collection for a new record
 * @param version that was read; empty for a new record
 * @param declaration what the script needs, as JSON
 */
public record FormModel(String address, String version, List<Section> sections, String declaration) {
    static final FormModel NONE = new FormModel("", "", List.of(), "");

    public FormModel {
        sections = List.copyOf(sections);
    }

    public boolean isGiven() {
        return !address.isEmpty();
    }

    public record Section(String title, List<Field> fields) {
        public Section {
            fields = List.copyOf(fields);
        }
    }

    /**
     * One field.
     *
     * @param kind as scripts know it
     * @param value canonical
     * @param shown as the reader writes it
     */
    public record Field(String name, String label, String kind, String value, Cell shown, boolean editable, boolean required, List<Option> options) {
        public Field {
            options = List.copyOf(options);
        }
    }

    public record Option(String value, String text, boolean selected) {}
}
