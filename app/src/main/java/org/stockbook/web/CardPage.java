package org.stockbook.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.stockbook.platform.rows.Kind;
import org.stockbook.platform.rows.Row;
import org.stockbook.platform.security.Permission;

/**
 * One record: title, key figures, sections of fields, what belongs to it (spec: ui, section 2.2, type C). Its address is {@code /<path>/<key>}.
 *
 * @param list the path of the list it comes from
 * @param reader the record for a key, if there is one
 * @param fresh the sections that a new record is asked for; none means every field
 */
public record CardPage(String path, Area area, Permission permission, String list, Function<String, Optional<Record>> reader, List<Section> fresh) implements Page {
    public CardPage {
        fresh = List.copyOf(fresh);
    }

    public CardPage(String path, Area area, Permission permission, String list, Function<String, Optional<Record>> reader) {
        this(path, area, permission, list, reader, List.of());
    }

    /** The same, asking for these sections where a new record is made. */
    public CardPage asking(List<Section> newSections) {
        return new CardPage(path, area, permission, list, reader, newSections);
    }

    @Override
    public boolean inMenu() {
        return false;
    }

    /**
     * What the card shows.
     *
     * @param badge how the record stands
     * @param editing the master record behind it, whose fields can be changed here by those who may
     * @param actions in the order of their importance
     * @param facts what stands at the side
     */
    public record Record(String title, String subtitleKey, Map<String, ?> subtitleArguments, List<Report.Figure> figures, List<Section> sections,
            List<Related> related, List<Report.Table> tables, Optional<Report.Message> badge, Optional<Editing> editing, List<PageAction> actions,
            List<Report.Table> facts) {
        public Record {
            subtitleArguments = Map.copyOf(subtitleArguments);
            figures = List.copyOf(figures);
            sections = List.copyOf(sections);
            related = List.copyOf(related);
            tables = List.copyOf(tables);
            actions = List.copyOf(actions);
            facts = List.copyOf(facts);
        }

        public Record(String title, String subtitleKey, Map<String, ?> subtitleArguments, List<Report.Figure> figures, List<Section> sections,
                List<Related> related, List<Report.Table> tables) {
            this(title, subtitleKey, subtitleArguments, figures, sections, related, tables, Optional.empty(), Optional.empty(), List.of(), List.of());
        }

        public Record marked(Report.Message newBadge) {
            return new Record(title, subtitleKey, subtitleArguments, figures, sections, related, tables, Optional.of(newBadge), editing, actions, facts);
        }

        /** The same, with the fields that the record of this collection and key has. */
        public Record edited(String collection, Map<String, Object> address) {
            var newEditing = Optional.of(new Editing(collection, address));
            return new Record(title, subtitleKey, subtitleArguments, figures, sections, related, tables, badge, newEditing, actions, facts);
        }

        public Record acting(List<PageAction> newActions) {
            return new Record(title, subtitleKey, subtitleArguments, figures, sections, related, tables, badge, editing, newActions, facts);
        }

        /** The same with tables of two columns at the side: a name and a figure. */
        public Record beside(List<Report.Table> newFacts) {
            return new Record(title, subtitleKey, subtitleArguments, figures, sections, related, tables, badge, editing, actions, newFacts);
        }
    }

    /**
     * A master record that can be changed.
     *
     * @param collection its name in the API
     * @param address {@code id} or the fields of its key
     */
    public record Editing(String collection, Map<String, Object> address) {
        public Editing {
            address = Map.copyOf(address);
        }
    }

    /** Fields under a heading, the text {@code section.<name>}; fields are labelled as columns are. */
    public record Section(String name, List<PageColumn> fields, Row values) {
        public Section {
            fields = List.copyOf(fields);
        }
    }

    /** What a room has to say about the records of a card that is declared by another. */
    public sealed interface Contribution {
        String path();

        Permission permission();
    }

    /**
     * What stands at the side of a record: on its card, and beside the row of any list that leads to it (spec: ui, sections 2.1 and 4.5). Every
     * room that knows something about the record may declare some.
     *
     * @param path of the card
     * @param order among the facts of a record, lowest first
     * @param tables made by {@link #facts}, for the key of a record; none where there is nothing to say
     */
    public record SideFacts(String path, int order, Permission permission, Function<String, List<Report.Table>> tables) implements Contribution {}

    /**
     * A table at the top of a card, behind what is drawn. Where its lines hold a {@code share}, the parts of the whole are drawn above them.
     *
     * @param table for the key of a record; none where there is nothing to say
     * @param more the page behind it, with the place of the key
     */
    public record Shown(String path, Permission permission, Function<String, Optional<Report.Table>> table, Function<String, Related> more) implements Contribution {}

    /**
     * A record that keeps files and tells who did what to it.
     *
     * @param address of the record in the API, for its key; none where it keeps nothing
     */
    public record Filed(String path, Permission permission, Function<String, Optional<String>> address) implements Contribution {}

    /** Key figures that a room knows of the records of another, behind the card's own. */
    public record KeyFigures(String path, Permission permission, Function<String, List<Report.Figure>> figures) implements Contribution {}

    /**
     * What is drawn at the top of a card by a room that knows something about its record.
     *
     * @param path of the card
     * @param steps for the key of a record and the reader's work date; none where nothing is going to happen
     * @param more the page behind it, with the place of the key
     */
    public record Drawn(String path, Permission permission, BiFunction<String, LocalDate, Optional<Report.Steps>> steps, Function<String, Related> more)
            implements Contribution {}

    /**
     * A line at the side.
     *
     * @param name a code or a {@link Report.Message}
     * @param link the page behind the figure, empty for none
     */
    public record Fact(Object name, Object value, String link, Report.Style style) {
        public static Fact of(Object name, Object value, String link) {
            return new Fact(name, value, link, Report.Style.NORMAL);
        }

        public static Fact sum(Object name, Object value, String link) {
            return new Fact(name, value, link, Report.Style.TOTAL);
        }
    }

    /** Lines at the side under a heading. */
    public static Report.Table facts(Report.Message title, Kind kind, List<Fact> facts) {
        var columns = List.of(PageColumn.text("fact"), PageColumn.of("figure", kind).with(PageColumn.Trait.BALANCE).linked(row -> row.text("link")));
        return new Report.Table("facts", Optional.of(title), columns, facts.stream()
                .map(fact -> new Report.Line(fact.style(), new Row(Map.of("fact", fact.name(), "figure", fact.value(), "link", fact.link())))).toList());
    }

    /** Another page about this record. */
    public record Related(String page, String link) {}

    /** A field of a section. */
    public static PageColumn field(String name, Kind kind) {
        return PageColumn.of(name, kind);
    }
}
