package org.stockbook.costs.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.stockbook.costs.ExplainCost;
import org.stockbook.costs.ExplainCost.Explained;
import org.stockbook.kernel.code.ItemNo;
import org.stockbook.kernel.costing.CostExplanation;
import org.stockbook.kernel.costing.CostExplanation.Known;
import org.stockbook.kernel.costing.CostExplanation.Node;
import org.stockbook.kernel.ledger.ItemLedgerEntryNo;
import org.stockbook.kernel.ledger.ValueEntryNo;
import org.stockbook.kernel.measure.Amount;
import org.stockbook.platform.rows.Kind;
import org.stockbook.platform.rows.Row;
import org.stockbook.platform.security.Permission;
import org.stockbook.web.Area;
import org.stockbook.web.PageColumn;
import org.stockbook.web.PageColumn.Trait;
import org.stockbook.web.Report;
import org.stockbook.web.Report.Message;
import org.stockbook.web.Report.Style;
import org.stockbook.web.Report.Tone;
import org.stockbook.web.ReportPage;
import org.stockbook.web.ReportParameter;
import org.stockbook.web.ReportRequest;

/** Cost explained: the chain of events behind a figure, as a picture and as a tree, and how the figure grew (spec: ui, section 5). */
@Configuration(proxyBeanMethods = false)
class CostExplainedPage {

    @Bean
    @Order(32)
    ReportPage costExplained(ExplainCost explain) {
        return new ReportPage("cost-explained", Area.FINANCE, Permission.READ_COSTS, List.of(
                ReportParameter.code("itemLedgerEntryNumber", ""), ReportParameter.code("valueEntryNumber", ""), ReportParameter.code("itemNumber", "items")),
                request -> find(explain, request).map(CostExplainedPage::report).orElse(nothing(request)));
    }

    private static Report nothing(ReportRequest request) {
        var asked = request.values().values().stream().anyMatch(value -> !value.isEmpty());
        var badge = Message.of(asked ? Tone.WARNING : Tone.INFO, asked ? "cost-explained.not-found" : "cost-explained.ask");
        return new Report(Optional.of(badge), Optional.empty(), List.of(), List.of(), List.of());
    }

    static Optional<Explained> find(ExplainCost explain, ReportRequest request) {
        if (isNumber(request.text("itemLedgerEntryNumber"))) {
            return explain.entry(new ItemLedgerEntryNo(Long.parseLong(request.text("itemLedgerEntryNumber"))));
        }
        if (isNumber(request.text("valueEntryNumber"))) {
            return explain.value(new ValueEntryNo(Long.parseLong(request.text("valueEntryNumber"))));
        }
        return request.text("itemNumber").isEmpty() ? Optional.empty() : explain.stock(new ItemNo(request.text("itemNumber").strip()));
    }

    private static boolean isNumber(String text) {
        return text.matches("[1-9]\\d{0,17}");
    }

    private static Report report(Explained explained) {
        var why = explained.explanation();
        var badge = why.isFinal() ? Message.of(Tone.SUCCESS, "cost-explained.final") : Message.of(Tone.WARNING, "cost-explained.open");
        var tables = new ArrayList<Report.Table>();
        tables.add(tree(why));
        if (!why.growth().isEmpty()) {
            tables.add(growth(why));
        }
        var proofs = why.open().stream().sorted().map(open -> Message.of(Tone.WARNING, "cost-explained.open." + open.name().toLowerCase(Locale.ROOT).replace('_', '-'))).toList();
        return new Report(Optional.of(badge), Optional.empty(), figures(explained), tables, proofs)
                .showing(ChainPicture.of(title(why.root()), why.root()))
                .acting(List.of(CostingMethodEndpoint.action(explained.item().code())));
    }

    /** The finding: which cause weighs most. */
    private static Message title(Node root) {
        var largest = root.causes().stream().max((one, other) -> one.amount().abs().compareTo(other.amount().abs()));
        if (largest.isEmpty() || root.amount().isZero()) {
            return Message.of(Tone.NEUTRAL, "cost-explained.picture");
        }
        var percent = largest.get().amount().value().movePointRight(2).divide(root.amount().value(), 0, RoundingMode.HALF_UP);
        var document = CostEvents.document(largest.get().event());
        return document.isEmpty()
                ? Message.of(Tone.NEUTRAL, "cost-explained.picture")
                : new Message(Tone.NEUTRAL, "cost-explained.most-from", Map.of("percent", percent, "document", document), "");
    }

    private static List<Report.Figure> figures(Explained explained) {
        var why = explained.explanation();
        var root = why.root();
        var figures = new ArrayList<Report.Figure>();
        if (!why.growth().isEmpty()) {
            var first = why.growth().getFirst().total();
            figures.add(figure("known-at-posting", first.value(), Kind.AMOUNT));
            figures.add(figure("came-later", root.amount().minus(first).value(), Kind.AMOUNT));
        }
        figures.add(figure("cost", root.amount().value(), Kind.AMOUNT));
        figures.add(figure("pieces", root.quantity().value(), Kind.QUANTITY));
        figures.add(new Report.Figure("per-unit", Map.of(), CostEvents.unitCost(root), Kind.UNIT_AMOUNT, CostLinks.item(explained.item().code())));
        return figures;
    }

    private static Report.Figure figure(String name, BigDecimal value, Kind kind) {
        return new Report.Figure(name, Map.of(), value, kind, "");
    }

    private static Report.Table tree(CostExplanation why) {
        var columns = List.of(
                PageColumn.text("costEvent").with(Trait.FILLING).with(Trait.TREE).linked(row -> row.text("link")),
                PageColumn.code("documentNumber").linked(row -> row.text("documentNumber").isEmpty() ? "" : CostLinks.documents(row.text("documentNumber"), "")),
                PageColumn.of("knownLater", Kind.FLAG), PageColumn.of("quantity", Kind.QUANTITY), PageColumn.of("unitCost", Kind.UNIT_AMOUNT),
                PageColumn.of("amount", Kind.AMOUNT));
        var lines = new ArrayList<Report.Line>();
        branch(why.root(), 0, lines);
        return new Report.Table("tree", Optional.of(Message.of(Tone.NEUTRAL, "cost-explained.tree")), columns, lines);
    }

    private static void branch(Node node, int depth, List<Report.Line> lines) {
        var values = new LinkedHashMap<String, Object>();
        values.put("depth", depth);
        values.put("costEvent", CostEvents.caption(node.event()));
        values.put("documentNumber", CostEvents.document(node.event()));
        values.put("knownLater", node.known() == Known.LATER);
        values.put("quantity", node.quantity().value());
        values.put("unitCost", CostEvents.unitCost(node));
        values.put("amount", node.amount().value());
        values.put("link", depth == 0 ? "" : CostEvents.link(node.event()));
        lines.add(new Report.Line(depth == 0 ? Style.GROUP : Style.NORMAL, new Row(values)));
        node.causes().forEach(cause -> branch(cause, depth + 1, lines));
    }

    private static Report.Table growth(CostExplanation why) {
        var columns = List.of(
                PageColumn.of("postingDate", Kind.DATE), PageColumn.text("costCause").with(Trait.FILLING),
                PageColumn.code("documentNumber").linked(row -> CostLinks.documents(row.text("documentNumber"), "")),
                PageColumn.of("entryNumber", Kind.NUMBER).linked(row -> CostLinks.valueEntry(row.text("entryNumber"))),
                PageColumn.of("amount", Kind.AMOUNT), PageColumn.of("costSoFar", Kind.AMOUNT));
        var lines = new ArrayList<Report.Line>();
        for (var step : why.growth()) {
            lines.add(Report.Line.of(step(step)));
        }
        var total = new LinkedHashMap<String, Object>();
        total.put("costCause", new Message(Tone.NEUTRAL, "cost-explained.value-entries", Map.of("count", why.growth().size()), ""));
        total.put("amount", why.growth().stream().map(CostExplanation.Growth::amount).reduce(Amount.ZERO, Amount::plus).value());
        lines.add(new Report.Line(Style.TOTAL, new Row(total)));
        return new Report.Table("growth", Optional.of(Message.of(Tone.NEUTRAL, "cost-explained.growth")), columns, lines);
    }

    private static Row step(CostExplanation.Growth step) {
        var cause = step.cause().map(event -> CostEvents.caption(event)).orElseGet(() -> Message.of(Tone.NEUTRAL,
                step.adjustment() ? "cost-explained.adjusted" : "cost-event.growth." + step.type().name().toLowerCase(Locale.ROOT).replace('_', '-')));
        var document = step.cause().map(CostEvents::document).filter(text -> !text.isEmpty()).orElse(step.origin().document().code());
        var values = new LinkedHashMap<String, Object>();
        values.put("postingDate", step.cause().map(CostExplanation.Event.Valued::date).orElse(step.date()));
        values.put("costCause", cause);
        values.put("documentNumber", document);
        values.put("entryNumber", step.entry().value());
        values.put("amount", step.amount().value());
        values.put("costSoFar", step.total().value());
        return new Row(values);
    }
}
