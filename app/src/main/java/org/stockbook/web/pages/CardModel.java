package org.stockbook.web.pages;

import java.util.List;

/** A card ready to be rendered. */
public record CardModel(String title, String subtitle, List<ReportModel.Figure> figures, List<Section> sections, List<Related> related, List<TableModel> tables) {
    public CardModel {
        figures = List.copyOf(figures);
        sections = List.copyOf(sections);
        related = List.copyOf(related);
        tables = List.copyOf(tables);
    }

    public record Section(String title, List<Field> fields) {
        public Section {
            fields = List.copyOf(fields);
        }
    }

    public record Field(String label, Cell value) {}

    public record Related(String text, String link) {}
}
