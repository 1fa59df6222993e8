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
 */
public record CardModel(String title, String subtitle, ReportModel.Note badge, List<ReportModel.Figure> figures, List<Section> sections, FormModel form,
        List<Related> related, List<ActionModel> actions, List<TableModel> tables, List<TableModel> facts, List<Drawn> drawn) {
    public CardModel {
        figures = List.copyOf(figures);
        sections = List.copyOf(sections);
        related = List.copyOf(related);
        actions = List.copyOf(actions);
        tables = List.copyOf(tables);
        facts = List.copyOf(facts);
        drawn = List.copyOf(drawn);
    }

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
