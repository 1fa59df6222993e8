package org.stockbook.web.pages;

import java.util.List;
import org.stockbook.web.parts.ActionModel;
import org.stockbook.web.parts.Cell;
import org.stockbook.web.parts.StepsModel;
import org.stockbook.web.parts.TableModel;

/**
 * A card ready to be rendered.
 *
 * @param sections of fields to be read; empty where there is a form
 * @param facts tables at the side
 * @param top what other rooms show first
 */
public record CardModel(String title, String subtitle, ReportModel.Note badge, List<ReportModel.Figure> figures, List<Section> sections, FormModel form,
        List<Related> related, List<ActionModel> actions, List<TableModel> tables, List<TableModel> facts, Top top) {
    public CardModel {
        figures = List.copyOf(figures);
        sections = List.copyOf(sections);
        related = List.copyOf(related);
        actions = List.copyOf(actions);
        tables = List.copyOf(tables);
        facts = List.copyOf(facts);
    }

    /**
     * Charts, then tables.
     *
     * @param dossier address in the API of files and activity, empty for none
     * @param tabs names of the parts of the card that follow, for the tabs that lead to them: of its fields, then of its tables
     */
    public record Top(List<Drawn> drawn, List<Shown> shown, List<String> tabs, String dossier) {
        static final Top NONE = new Top(List.of(), List.of(), List.of(), "");

        public Top {
            tabs = List.copyOf(tabs);
            drawn = List.copyOf(drawn);
            shown = List.copyOf(shown);
        }
    }

    /** How many of the tabs lead to fields; the others lead to tables. */
    public int fieldParts() {
        return form.isGiven() ? form.sections().size() : sections.size();
    }

    /** A table with the parts of the whole above it, in thousandths; no parts where there is nothing to compare. */
    public record Shown(TableModel table, List<Part> parts, Related more) {
        public Shown {
            parts = List.copyOf(parts);
        }
    }

    /** A part from its place on, both in thousandths; its shade is one of four. */
    public record Part(int from, int width, int shade) {}

    /** A chart, and the page behind it. */
    public record Drawn(StepsModel steps, Related more) {}

    public record Section(String title, List<Field> fields) {
        public Section {
            fields = List.copyOf(fields);
        }
    }

    public record Field(String label, Cell value) {}

    public record Related(String text, String link) {}
}
