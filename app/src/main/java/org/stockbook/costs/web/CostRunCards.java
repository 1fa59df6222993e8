package org.stockbook.costs.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.stockbook.costs.CostRows;
import org.stockbook.platform.rows.Criterion;
import org.stockbook.platform.rows.Kind;
import org.stockbook.platform.rows.Row;
import org.stockbook.platform.rows.RowRequest;
import org.stockbook.platform.rows.RowSource;
import org.stockbook.platform.security.Permission;
import org.stockbook.web.Area;
import org.stockbook.web.CardPage;
import org.stockbook.web.PageAction;
import org.stockbook.web.PageColumn;
import org.stockbook.web.PageColumn.Trait;
import org.stockbook.web.Report;
import org.stockbook.web.Report.Message;
import org.stockbook.web.Report.Tone;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** One run over costs with what it did and what it left, and one proof of the books. */
@Configuration(proxyBeanMethods = false)
class CostRunCards {
    private static final int MOST_LINES = 500;

    private final CostRows rows;
    private final JsonMapper json;

    CostRunCards(CostRows rows, JsonMapper json) {
        this.rows = rows;
        this.json = json;
    }

    @Bean
    CardPage costAdjustmentRunCard() {
        return new CardPage("cost-adjustment-runs", Area.FINANCE, Permission.READ_COSTS, "cost-adjustment-runs", key -> found(rows.costAdjustmentRuns(), "runNumber", key)
                .map(run -> new CardPage.Record(key, "card.run.adjustment", Map.of("user", run.text("userName")), List.of(
                                figure("itemsDone", run.figure("itemsDone"), Kind.COUNT), figure("itemsTotal", run.figure("itemsTotal"), Kind.COUNT),
                                figure("entriesWritten", run.figure("entriesWritten"), Kind.COUNT), figure("costWritten", run.figure("costWritten"), Kind.AMOUNT)),
                        List.of(general(run)), List.of(new CardPage.Related("items-to-adjust", "/items-to-adjust")), List.of(adjusted(Long.parseLong(key))))
                        .marked(badge(run)).acting(cancel(run, Permission.ADJUST_COSTS, "costAdjustmentRuns"))));
    }

    @Bean
    CardPage inventoryCostPostingCard() {
        return new CardPage("inventory-cost-postings", Area.FINANCE, Permission.READ_COSTS, "inventory-cost-postings",
                key -> found(rows.inventoryCostPostings(), "runNumber", key)
                        .map(run -> new CardPage.Record(key, "card.run.posting", Map.of("user", run.text("userName")), List.of(
                                        figure("itemsDone", run.figure("itemsDone"), Kind.COUNT), figure("entriesPosted", run.figure("entriesPosted"), Kind.COUNT),
                                        figure("linesWritten", run.figure("linesWritten"), Kind.COUNT), figure("debitAmount", run.figure("debitAmount"), Kind.AMOUNT)),
                                List.of(general(run)), List.of(new CardPage.Related("pending-cost", "/pending-cost")), List.of(skipped(Long.parseLong(key))))
                                .marked(badge(run)).acting(cancel(run, Permission.POST_COST_TO_GENERAL_LEDGER, "inventoryCostPostings"))));
    }

    @Bean
    CardPage booksProvenCard() {
        return new CardPage("books-proven", Area.FINANCE, Permission.VERIFY_BOOKS, "books-proven", key -> found(rows.verifications(), "verificationNumber", key)
                .map(proof -> new CardPage.Record(key, "card.proof.subtitle", Map.of("user", proof.text("userName")), List.of(
                                figure("itemsChecked", proof.figure("itemsChecked"), Kind.COUNT), figure("entriesChecked", proof.figure("entriesChecked"), Kind.COUNT),
                                figure("findings", proof.figure("findings"), Kind.COUNT)),
                        List.of(), List.of(new CardPage.Related("books-proven", "/books-proven")), proofTables(Long.parseLong(key)))
                        .marked(proof.figure("findings").signum() == 0 ? Message.of(Tone.SUCCESS, "proof.clean") : Message.of(Tone.DANGER, "proof.not-clean"))));
    }

    private static Optional<Row> found(RowSource source, String column, String key) {
        return key.matches("\\d{1,18}")
                ? source.read(RowRequest.of(Criterion.equal(column, Long.parseLong(key))).page(0, 1)).rows().stream().findFirst()
                : Optional.empty();
    }

    private static Report.Figure figure(String name, BigDecimal value, Kind kind) {
        return new Report.Figure(name, Map.of(), value, kind, "");
    }

    private static CardPage.Section general(Row run) {
        return new CardPage.Section("run", List.of(
                CardPage.field("startedAt", Kind.MOMENT), CardPage.field("finishedAt", Kind.MOMENT), CardPage.field("userName", Kind.TEXT),
                CardPage.field("origin", Kind.CHOICE), CardPage.field("scope", Kind.TEXT)), run);
    }

    private static Message badge(Row run) {
        var status = run.text("runStatus");
        var tone = switch (status) {
            case "finished" -> run.figure("itemsFailed").signum() == 0 && run.figure("entriesSkipped").signum() == 0 ? Tone.SUCCESS : Tone.WARNING;
            case "running" -> Tone.INFO;
            case "cancelled", "interrupted" -> Tone.WARNING;
            default -> Tone.DANGER;
        };
        return Message.of(tone, "choice.runStatus." + status);
    }

    private static List<PageAction> cancel(Row run, Permission permission, String collection) {
        var number = run.text("runNumber");
        var stop = PageAction.send("cancel-run", permission, collection + "/" + number + "/cancel");
        return run.text("runStatus").equals("running")
                ? List.of(stop, PageAction.open("refresh", Permission.READ_COSTS, ""))
                : List.of(stop.refusedFor(Message.of(Tone.NEUTRAL, "run.has-ended")));
    }

    private Report.Table adjusted(long run) {
        var columns = List.of(
                PageColumn.code("itemNumber").linked(row -> CostLinks.item(row.text("itemNumber"))), PageColumn.text("description").with(Trait.FILLING),
                PageColumn.of("entriesWritten", Kind.COUNT), PageColumn.of("costWritten", Kind.AMOUNT), PageColumn.of("milliseconds", Kind.COUNT).with(Trait.MUTED),
                PageColumn.text("problem"));
        return new Report.Table("run-items", Optional.of(Message.of(Tone.NEUTRAL, "card.run.items")), columns, lines(rows.itemsOfRun(run)));
    }

    private Report.Table skipped(long run) {
        var columns = List.of(
                PageColumn.of("entryNumber", Kind.NUMBER).linked(row -> CostLinks.valueEntry(row.text("entryNumber"))),
                PageColumn.code("itemNumber").linked(row -> CostLinks.item(row.text("itemNumber"))), PageColumn.text("description"),
                PageColumn.of("amount", Kind.AMOUNT), PageColumn.text("problem").with(Trait.FILLING));
        return new Report.Table("skipped", Optional.of(Message.of(Tone.NEUTRAL, "card.run.skipped")), columns, lines(rows.skippedByRun(run)));
    }

    /** The reason in words instead of its code. */
    private List<Report.Line> lines(RowSource source) {
        var lines = new ArrayList<Report.Line>();
        for (var row : source.read(RowRequest.of(Criterion.EVERYTHING).page(0, MOST_LINES)).rows()) {
            var values = new LinkedHashMap<String, Object>(row.values());
            if (!row.text("error").isEmpty()) {
                var facts = new LinkedHashMap<String, Object>(Map.of("item", row.text("itemNumber"), "traceId", ""));
                if (!row.text("errorValues").isEmpty()) {
                    facts.putAll(json.readValue(row.text("errorValues"), new TypeReference<Map<String, String>>() {}));
                }
                values.put("problem", new Message(Tone.DANGER, "error." + row.text("error"), facts, ""));
            }
            lines.add(Report.Line.of(new Row(values)));
        }
        return lines;
    }

    private List<Report.Table> proofTables(long proof) {
        var checks = new Report.Table("checks", Optional.of(Message.of(Tone.NEUTRAL, "card.proof.checks")),
                List.of(PageColumn.of("proofCheck", Kind.TEXT).with(Trait.FILLING), PageColumn.code("check"), PageColumn.of("findings", Kind.COUNT).with(Trait.PROVEN)),
                rows.checksOf(proof).read(RowRequest.of(Criterion.EVERYTHING).page(0, MOST_LINES)).rows().stream().map(CostRunCards::named).toList());
        var findings = new Report.Table("findings", Optional.of(Message.of(Tone.NEUTRAL, "card.proof.findings")),
                List.of(PageColumn.code("check"), PageColumn.text("finding").with(Trait.FILLING)),
                rows.findingsOf(proof).read(RowRequest.of(Criterion.EVERYTHING).page(0, MOST_LINES)).rows().stream().map(Report.Line::of).toList());
        return findings.lines().isEmpty() ? List.of(checks) : List.of(findings, checks);
    }

    private static Report.Line named(Row row) {
        var values = new LinkedHashMap<String, Object>(row.values());
        values.put("proofCheck", Message.of(Tone.NEUTRAL, "check." + row.text("check").replace(' ', '-').toLowerCase(Locale.ROOT)));
        return Report.Line.of(new Row(values));
    }
}
