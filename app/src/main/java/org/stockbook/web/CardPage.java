package org.stockbook.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.stockbook.platform.rows.Kind;
import org.stockbook.platform.rows.Row;
import org.stockbook.platform.security.Permission;

/**
 * One record: title, key figures, sections of fields, what belongs to it (spec: ui, section 2.2, type C). Its address is {@code /<path>/<key>}.
 *
 * @param list the path of the list it comes from
 * @param reader the record for a key, if there is one
 */
public record CardPage(String path, Area area, Permission permission, String list, Function<String, Optional<Record>> reader) implements Page {
    @Override
    public boolean inMenu() {
        return false;
    }

    /** What the card shows. */
    public record Record(String title, String subtitleKey, Map<String, ?> subtitleArguments, List<Report.Figure> figures, List<Section> sections,
            List<Related> related, List<Report.Table> tables) {
        public Record {
            subtitleArguments = Map.copyOf(subtitleArguments);
            figures = List.copyOf(figures);
            sections = List.copyOf(sections);
            related = List.copyOf(related);
            tables = List.copyOf(tables);
        }
    }

    /** Fields under a heading, the text {@code section.<name>}; fields are labelled as columns are. */
    public record Section(String name, List<PageColumn> fields, Row values) {
        public Section {
            fields = List.copyOf(fields);
        }
    }

    /** Another page about this record. */
    public record Related(String page, String link) {}

    /** A field of a section. */
    public static PageColumn field(String name, Kind kind) {
        return PageColumn.of(name, kind);
    }
}
