package org.stockbook.web.pages;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.stockbook.platform.records.RecordType;
import org.stockbook.platform.rows.Row;
import org.stockbook.web.CardPage;
import org.stockbook.web.View;
import org.stockbook.web.parts.ActionRenderer;
import org.stockbook.web.parts.CellWriter;

/** Makes cards ready to be rendered. */
@Component
class CardRenderer {
    private final ReportRenderer reports;
    private final RecordForms forms;
    private final ActionRenderer actions;

    CardRenderer(ReportRenderer reports, RecordForms forms, ActionRenderer actions) {
        this.reports = reports;
        this.forms = forms;
        this.actions = actions;
    }

    /** A declared card. */
    CardModel model(View view, CardPage.Record record, Row key) {
        var writer = new CellWriter(view);
        var editing = record.editing().filter(given -> forms.type(given.collection()).isPresent());
        var form = editing.map(given -> forms.form(view, given, record.sections())).orElse(FormModel.NONE);
        var sections = form.isGiven() ? List.<CardModel.Section>of() : record.sections().stream()
                .map(section -> new CardModel.Section(view.text("section." + section.name()), section.fields().stream()
                        .map(field -> new CardModel.Field(view.text(field.key()), writer.cell(field, section.values()))).toList()))
                .toList();
        var related = record.related().stream().map(page -> new CardModel.Related(view.text("page." + page.page()), page.link())).toList();
        return new CardModel(record.title(), view.text(record.subtitleKey(), record.subtitleArguments()), reports.note(view, record.badge()),
                reports.figures(view, record.figures()), sections, form, related, actions.models(view, record.actions(), key), reports.tables(view, record.tables()),
                reports.tables(view, record.facts()));
    }

    /** A card of every field of a master record. */
    CardModel whole(View view, RecordType type, Row record) {
        var name = Optional.of(record.text("description")).filter(text -> !text.isEmpty()).or(() -> Optional.of(record.text("displayName")).filter(text -> !text.isEmpty()))
                .orElse(record.text("name"));
        return formed((type.keyText(record.values()) + " " + name).strip(), forms.whole(view, type, record));
    }

    CardModel fresh(View view, String title, RecordType type, Row proposed) {
        return formed(title, forms.fresh(view, type, proposed));
    }

    private static CardModel formed(String title, FormModel form) {
        return new CardModel(title, "", ReportModel.Note.NONE, List.of(), List.of(), form, List.of(), List.of(), List.of(), List.of());
    }
}
