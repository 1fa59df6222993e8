package org.stockbook.web.pages;

import java.util.List;
import org.stockbook.web.Report.Tone;
import org.stockbook.web.parts.ActionModel;
import org.stockbook.web.parts.PictureModel;
import org.stockbook.web.parts.StepsModel;
import org.stockbook.web.parts.TableModel;

/** A report, a card's or a panel's contents ready to be rendered. */
public record ReportModel(List<Field> fields, Note badge, Note banner, List<Figure> figures, List<TableModel> tables, List<Note> proofs,
        PictureModel picture, StepsModel steps, List<ActionModel> actions) {
    public ReportModel {
        fields = List.copyOf(fields);
        figures = List.copyOf(figures);
        tables = List.copyOf(tables);
        proofs = List.copyOf(proofs);
        actions = List.copyOf(actions);
    }

    /**
     * A field of the request.
     *
     * @param type text, select or checkbox
     * @param collection to look values up in
     */
    public record Field(String name, String label, String type, String value, String collection, List<Option> options) {
        public Field {
            options = List.copyOf(options);
        }
    }

    public record Option(String value, String text, boolean selected) {}

    /** A sentence; empty text for none. */
    public record Note(Tone tone, String text, String link) {
        static final Note NONE = new Note(Tone.NEUTRAL, "", "");

        public boolean isGiven() {
            return !text.isEmpty();
        }

        public String style() {
            return switch (tone) {
                case NEUTRAL -> "neutral";
                case INFO -> "info";
                case SUCCESS -> "success";
                case WARNING -> "warning";
                case DANGER -> "danger";
            };
        }

        /** The icon that says the same without colour. */
        public String icon() {
            return switch (tone) {
                case SUCCESS -> "circle-check";
                case WARNING, DANGER -> "alert-triangle";
                case NEUTRAL, INFO -> "circle";
            };
        }

        public String iconStyle() {
            return switch (tone) {
                case SUCCESS -> "ok";
                case WARNING -> "warn";
                case DANGER -> "bad";
                case NEUTRAL, INFO -> "muted";
            };
        }
    }

    public record Figure(String caption, String value, String link, String style) {}
}
