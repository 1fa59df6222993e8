package org.stockbook.web.pages;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.stockbook.platform.rows.Kind;
import org.stockbook.web.Report;
import org.stockbook.web.ReportPage;
import org.stockbook.web.ReportParameter;
import org.stockbook.web.ReportRequest;
import org.stockbook.web.View;
import org.stockbook.web.pages.ReportModel.Field;
import org.stockbook.web.pages.ReportModel.Figure;
import org.stockbook.web.pages.ReportModel.Note;
import org.stockbook.web.pages.ReportModel.Option;
import org.stockbook.web.parts.ActionRenderer;
import org.stockbook.web.parts.CellWriter;
import org.stockbook.web.parts.PictureModel;
import org.stockbook.web.parts.StepsModel;
import org.stockbook.web.parts.TableModel;

/** Makes reports and what is like them ready to be rendered. */
@Component
public class ReportRenderer {
    private final ActionRenderer actions;

    ReportRenderer(ActionRenderer actions) {
        this.actions = actions;
    }

    ReportModel model(ReportPage page, View view, Map<String, String> given) {
        var values = values(page, view, given);
        var report = page.maker().apply(new ReportRequest(values, view.workDate()));
        var fields = page.parameters().stream().map(parameter -> field(parameter, view, values.getOrDefault(parameter.name(), ""))).toList();
        return model(view, fields, report);
    }

    /** The result as the rooms give it, for files. */
    Report result(ReportPage page, View view, Map<String, String> given) {
        return page.maker().apply(new ReportRequest(values(page, view, given), view.workDate()));
    }

    private static Map<String, String> values(ReportPage page, View view, Map<String, String> given) {
        var values = new HashMap<String, String>();
        page.parameters().forEach(parameter -> read(parameter, view, given).ifPresent(value -> values.put(parameter.name(), value)));
        return values;
    }

    public ReportModel model(View view, List<Field> fields, Report report) {
        return new ReportModel(fields, note(view, report.badge()), note(view, report.banner()), figures(view, report.figures()), tables(view, report.tables()),
                report.proofs().stream().map(proof -> note(view, Optional.of(proof))).toList(),
                report.picture().map(drawing -> picture(view, drawing)).orElse(PictureModel.NONE), report.picture().map(drawing -> steps(view, drawing)).orElse(StepsModel.NONE), actions.models(view, report.actions()));
    }

    private static PictureModel picture(View view, Report.Drawing drawing) {
        return switch (drawing) {
            case Report.Picture picture -> PictureModel.of(view, picture);
            case Report.Steps _ -> PictureModel.NONE;
        };
    }

    private static StepsModel steps(View view, Report.Drawing drawing) {
        return switch (drawing) {
            case Report.Picture _ -> StepsModel.NONE;
            case Report.Steps steps -> StepsModel.of(view, steps);
        };
    }

    /** The value of a parameter in its canonical form; what cannot be read counts as blank. */
    private static Optional<String> read(ReportParameter parameter, View view, Map<String, String> given) {
        var text = given.containsKey(parameter.name()) ? given.getOrDefault(parameter.name(), "") : initial(parameter, view);
        try {
            return text.isBlank() ? Optional.empty() : Optional.of(canonical(parameter.kind(), text.strip(), view));
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    private static String initial(ReportParameter parameter, View view) {
        return parameter.initial().equals("workDate") ? view.workDate().toString() : parameter.initial();
    }

    private static String canonical(Kind kind, String text, View view) {
        return switch (kind) {
            case DATE -> date(text, view).toString();
            case MOMENT -> moment(text.replace('T', ' ').replace("Z", ""), view).toString();
            case TEXT, CODE, CHOICE, FLAG, NUMBER, COUNT, QUANTITY, UNIT_AMOUNT, AMOUNT -> text;
        };
    }

    /** As the reader writes dates, or ISO. */
    private static LocalDate date(String text, View view) {
        var iso = text.length() > 4 && text.charAt(4) == '-';
        return iso ? LocalDate.parse(text) : LocalDate.parse(text, DateTimeFormatter.ofPattern(view.formats().datePattern().replace("yyyy", "uuuu")));
    }

    /** A date alone means its end. */
    private static Instant moment(String text, View view) {
        var parts = text.split(" ");
        var time = parts.length > 1 ? LocalTime.parse(parts[1]) : LocalTime.MAX;
        return date(parts[0], view).atTime(time).toInstant(ZoneOffset.UTC);
    }

    private static Field field(ReportParameter parameter, View view, String value) {
        var type = !parameter.choices().isEmpty() ? "select" : parameter.kind() == Kind.FLAG ? "checkbox" : "text";
        var options = parameter.choices().stream()
                .map(choice -> new Option(choice, view.text("choice." + parameter.name() + "." + choice), choice.equals(value)))
                .toList();
        return new Field(parameter.name(), view.text("parameter." + parameter.name()), type, written(parameter.kind(), value, view), parameter.collection(), options);
    }

    private static String written(Kind kind, String value, View view) {
        return value.isEmpty() ? "" : switch (kind) {
            case DATE -> view.formats().date(LocalDate.parse(value));
            case MOMENT -> view.formats().moment(Instant.parse(value));
            case TEXT, CODE, CHOICE, FLAG, NUMBER, COUNT, QUANTITY, UNIT_AMOUNT, AMOUNT -> value;
        };
    }

    public Note note(View view, Optional<Report.Message> message) {
        return message.map(given -> new Note(given.tone(), view.text(given), given.link())).orElse(Note.NONE);
    }

    List<Figure> figures(View view, List<Report.Figure> figures) {
        var writer = new CellWriter(view);
        return figures.stream().map(figure -> new Figure(caption(view, figure, figures.stream().takeWhile(before -> before != figure).toList()),
                writer.written(figure.kind(), figure.value()), figure.link(), figureStyle(figure))).toList();
    }

    /** The first amount of a row says its currency, for the others too. */
    private static String caption(View view, Report.Figure figure, List<Report.Figure> before) {
        var caption = view.text("figure." + figure.name(), figure.arguments());
        var said = figure.kind() != Kind.AMOUNT || before.stream().anyMatch(one -> one.kind() == Kind.AMOUNT && one.currency().equals(figure.currency()));
        return said ? caption : view.inCurrency(caption, figure.currency().isEmpty() ? view.currency().get() : figure.currency());
    }

    /** A difference is good when it is nothing. */
    private static String figureStyle(Report.Figure figure) {
        return !figure.name().equals("difference") ? "" : figure.value().signum() == 0 ? "ok" : "bad";
    }

    List<TableModel> tables(View view, List<Report.Table> tables) {
        var writer = new CellWriter(view);
        return tables.stream().map(table -> new TableModel(
                table.title().map(view::text).orElse(""),
                table.title().map(Report.Message::link).orElse(""),
                table.name(),
                table.columns().stream().map(writer::head).toList(),
                table.lines().stream().map(line -> new TableModel.Line(style(line.style()), writer.cells(table.columns(), line.row()))).toList(),
                List.of())).toList();
    }

    private static String style(Report.Style style) {
        return switch (style) {
            case NORMAL -> "";
            case GROUP -> "group";
            case TOTAL -> "total";
        };
    }
}
