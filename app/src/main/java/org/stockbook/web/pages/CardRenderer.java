package org.stockbook.web.pages;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.stockbook.platform.records.RecordType;
import org.stockbook.platform.rows.Row;
import org.stockbook.web.CardPage;
import org.stockbook.web.PageColumn;
import org.stockbook.web.Report;
import org.stockbook.web.View;
import org.stockbook.web.parts.ActionRenderer;
import org.stockbook.web.parts.CellWriter;
import org.stockbook.web.parts.StepsModel;
import org.stockbook.web.parts.TableModel;

/** Makes cards ready to be rendered. */
@Component
class CardRenderer {
    private static final int SHADES = 4;

    private final ReportRenderer reports;
    private final RecordForms forms;
    private final ActionRenderer actions;

    private final ObjectProvider<CardPage.Contribution> contributions;

    CardRenderer(ReportRenderer reports, RecordForms forms, ActionRenderer actions, ObjectProvider<CardPage.Contribution> contributions) {
        this.contributions = contributions;
        this.reports = reports;
        this.forms = forms;
        this.actions = actions;
    }

    /** A declared card. */
    CardModel model(View view, CardPage page, CardPage.Record record, String key) {
        var writer = new CellWriter(view);
        var editing = record.editing().filter(given -> forms.type(given.collection()).isPresent());
        var form = editing.map(given -> forms.form(view, given, record.sections())).orElse(FormModel.NONE);
        var sections = form.isGiven() ? List.<CardModel.Section>of() : record.sections().stream()
                .map(section -> new CardModel.Section(view.text("section." + section.name()), section.fields().stream()
                        .map(field -> new CardModel.Field(view.text(field.key()), writer.cell(field, section.values()))).toList()))
                .toList();
        var related = record.related().stream().map(one -> new CardModel.Related(view.text("page." + one.page()), one.link())).toList();
        return new CardModel(record.title(), view.text(record.subtitleKey(), record.subtitleArguments()), reports.note(view, record.badge()),
                reports.figures(view, figures(view, record, page.path(), key)), sections, form, related, actions.models(view, record.actions(), Row.of(key)), reports.tables(view, record.tables()),
                Stream.concat(reports.tables(view, record.facts()).stream(), facts(view, page.path(), key).stream()).toList(), new CardModel.Top(drawn(view, page.path(), key), shown(view, page.path(), key), tabs(view, form, sections, record.tables()), dossier(view, page.path(), key)));
    }

    private List<CardModel.Drawn> drawn(View view, String path, String key) {
        return readable(view, CardPage.Drawn.class).filter(one -> one.path().equals(path)).flatMap(one -> one.steps().apply(key, view.workDate()).stream()
                .map(steps -> new CardModel.Drawn(StepsModel.of(view, steps), related(view, one.more().apply(key)))))
                .filter(one -> one.steps().isGiven()).toList();
    }

    private List<Report.Figure> figures(View view, CardPage.Record record, String path, String key) {
        return Stream.concat(record.figures().stream(), readable(view, CardPage.KeyFigures.class).filter(one -> one.path().equals(path)).flatMap(one -> one.figures().apply(key).stream())).toList();
    }

    private String dossier(View view, String path, String key) {
        return readable(view, CardPage.Filed.class).filter(one -> one.path().equals(path)).flatMap(one -> one.address().apply(key).stream()).findFirst().orElse("");
    }

    private List<CardModel.Shown> shown(View view, String path, String key) {
        return readable(view, CardPage.Shown.class).filter(one -> one.path().equals(path)).flatMap(one -> one.table().apply(key).stream()
                .map(table -> new CardModel.Shown(reports.tables(view, List.of(table)).getFirst(), parts(table), related(view, one.more().apply(key))))).toList();
    }

    /** Tables are called by a short name, where there is one. */
    private static List<String> tabs(View view, FormModel form, List<CardModel.Section> sections, List<Report.Table> tables) {
        var fields = form.isGiven() ? form.sections().stream().map(FormModel.Section::title) : sections.stream().map(CardModel.Section::title);
        return Stream.concat(fields, tables.stream().map(table -> view.texts().has("tab." + table.name()) ? view.text("tab." + table.name()) : table.title().map(view::text).orElse("")))
                .toList();
    }

    private static CardModel.Related related(View view, CardPage.Related more) {
        return new CardModel.Related(view.text("page." + more.page()), more.link());
    }

    /** The shares of the lines, in thousandths of their sum. */
    private static List<CardModel.Part> parts(Report.Table table) {
        var shares = table.lines().stream().map(line -> line.row().figure("share")).filter(share -> share.signum() > 0).toList();
        var whole = shares.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        var parts = new ArrayList<CardModel.Part>();
        var from = 0;
        for (var share : shares) {
            var width = share.movePointRight(3).divide(whole, 0, RoundingMode.HALF_UP).intValue();
            parts.add(new CardModel.Part(from, width, parts.size() % SHADES + 1));
            from += width;
        }
        return parts;
    }

    /** What all rooms have to say at the side of a record, as far as the reader may know it. */
    List<TableModel> facts(View view, String path, String key) {
        return reports.tables(view, readable(view, CardPage.SideFacts.class).filter(one -> one.path().equals(path)).sorted(Comparator.comparing(CardPage.SideFacts::order))
                .flatMap(one -> one.tables().apply(key).stream()).toList());
    }

    /** The paths of records that have something at their side. */
    List<String> pathsWithFacts(View view) {
        return readable(view, CardPage.SideFacts.class).map(CardPage.SideFacts::path).distinct().sorted().toList();
    }

    private <T extends CardPage.Contribution> Stream<T> readable(View view, Class<T> kind) {
        return contributions.stream().filter(kind::isInstance).map(kind::cast).filter(one -> view.user().may(one.permission()));
    }

    /** A record as people know it: the parts of its key that are given, each as it is shown elsewhere. */
    static String known(View view, RecordType type, Row record) {
        var writer = new CellWriter(view);
        return type.single() ? type.collection() : type.key().stream().map(field -> writer.cell(PageColumn.of(field.name(), field.kind()), record).text())
                .filter(part -> !part.isBlank()).collect(Collectors.joining(" · "));
    }

    /** A card of every field of a master record. */
    CardModel whole(View view, RecordType type, Row record) {
        var name = Optional.of(record.text("description")).filter(text -> !text.isEmpty()).or(() -> Optional.of(record.text("displayName")).filter(text -> !text.isEmpty()))
                .orElse(record.text("name"));
        return formed((known(view, type, record) + " " + name).strip(), forms.whole(view, type, record));
    }

    /** A card that is only a form. */
    static CardModel formed(String title, FormModel form) {
        return new CardModel(title, "", ReportModel.Note.NONE, List.of(), List.of(), form, List.of(), List.of(), List.of(), List.of(), CardModel.Top.NONE);
    }
}
