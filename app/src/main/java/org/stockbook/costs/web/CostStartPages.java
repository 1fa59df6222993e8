package org.stockbook.costs.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.stockbook.costs.CostControls;
import org.stockbook.costs.InventoryValueByMonth;
import org.stockbook.costs.ProveBooks;
import org.stockbook.costs.ReconcileInventory;
import org.stockbook.costs.ReconciledInventory;
import org.stockbook.inventory.InventoryAttention;
import org.stockbook.inventory.InventoryAttention.Counts;
import org.stockbook.inventory.InventoryRows;
import org.stockbook.kernel.accounts.AccountType;
import org.stockbook.platform.rows.Criterion;
import org.stockbook.platform.rows.Kind;
import org.stockbook.platform.rows.RowRequest;
import org.stockbook.platform.security.Permission;
import org.stockbook.web.CardPage;
import org.stockbook.web.PageAction;
import org.stockbook.web.Report;
import org.stockbook.web.Report.Message;
import org.stockbook.web.Report.Tone;
import org.stockbook.web.ReportParameter;
import org.stockbook.web.StartChart;
import org.stockbook.web.StartCounter;
import org.stockbook.web.StartPanel;
import org.stockbook.web.Views;

/** What costs put on the start page: what is open, and whether the books agree (spec: ui, section 2.3). */
@Configuration(proxyBeanMethods = false)
class CostStartPages {
    private static final int MONTHS = 13;

    private final Supplier<Counts> counts;
    private final Supplier<ReconciledInventory> reconciled;
    private final Supplier<Optional<ProveBooks.Summary>> lastProof;

    CostStartPages(InventoryAttention attention, ReconcileInventory reconcile, CostControls controls, Views views) {
        this.counts = views.once(attention::counts);
        this.reconciled = views.once(() -> reconcile.asOf(ReconcileInventory.ALWAYS));
        this.lastProof = views.once(controls::lastProof);
    }

    @Bean
    StartCounter differencesCounter() {
        return new StartCounter(10, "differences", Permission.READ_GENERAL_LEDGER, () -> {
            var different = reconciled.get().comparisons().stream().filter(compared -> !compared.difference().isZero()).count();
            return new StartCounter.Count(different, Tone.DANGER, "/inventory-reconciliation", "", Map.of());
        });
    }

    @Bean
    StartCounter notPostedCounter() {
        return counter(20, "cost-not-posted", "/pending-cost", Counts::notPosted);
    }

    @Bean
    StartCounter notAdjustedCounter() {
        return counter(30, "items-not-adjusted", "/items-to-adjust", Counts::notAdjusted);
    }

    @Bean
    StartCounter openPeriodsCounter() {
        return new StartCounter(60, "open-periods", Permission.READ_COSTS,
                () -> new StartCounter.Count(counts.get().openPeriods(), Tone.INFO, "/inventory-periods?closed=false", "", Map.of()));
    }

    /** Differences that the last proof of the books has found, and when that was. */
    @Bean
    StartCounter booksProvenCounter() {
        return new StartCounter(70, "books-proven", Permission.VERIFY_BOOKS, () -> lastProof.get()
                .map(proof -> new StartCounter.Count(proof.findings(), Tone.DANGER, "/books-proven/" + proof.number(), "counter.proven-at", Map.of("moment", proof.finished())))
                .orElseGet(() -> StartCounter.Count.unknown("/books-proven", "counter.never-proven")));
    }

    private StartCounter counter(int order, String name, String link, ToLongFunction<Counts> count) {
        return new StartCounter(order, name, Permission.READ_COSTS,
                () -> new StartCounter.Count(count.applyAsLong(counts.get()), Tone.WARNING, link, "", Map.of()));
    }

    @Bean
    StartChart valueChart(InventoryValueByMonth values, Views views) {
        return new StartChart(15, "value-over-time", Permission.READ_COSTS,
                () -> ValueChart.of(values.until(views.current().workDate(), MONTHS), views.current().text("chart.rest")),
                new CardPage.Related("inventory-valuation", "/inventory-valuation"));
    }

    @Bean
    StartPanel reconciliationPanel() {
        return new StartPanel(10, Permission.READ_GENERAL_LEDGER, () -> {
            var found = reconciled.get();
            var title = found.agrees() ? Message.of(Tone.SUCCESS, "start.equal") : Message.of(Tone.DANGER, "start.differs");
            var value = found.reconciliation().row(AccountType.INVENTORY).total().value();
            return new StartPanel.Content(title,
                    List.of(new Report.Figure("inventory-value", Map.of(), value, Kind.AMOUNT, "/inventory-valuation"),
                            new Report.Figure("difference", Map.of(), found.difference().value(), Kind.AMOUNT, "/inventory-reconciliation")),
                    List.of(ReconciliationTables.summary(found)), ReconciliationTables.proofs(found, counts.get()));
        }, new CardPage.Related("inventory-reconciliation", "/inventory-reconciliation"));
    }

    /** What is still to be done before the last month can be closed; its title says how far it has come. */
    @Bean
    StartPanel closingPanel(ReconcileInventory reconcile, InventoryRows rows, Views views) {
        return new StartPanel(22, Permission.READ_GENERAL_LEDGER, () -> {
            var lastDay = views.current().workDate().withDayOfMonth(1).minusDays(1);
            var steps = closing(reconcile.asOf(lastDay), lastProof.get(), lastDay);
            var period = Criterion.all(Criterion.equal("endingDate", lastDay), Criterion.equal("closed", true));
            var closed = rows.periods().read(RowRequest.of(period).page(0, 1)).count() > 0;
            steps.add(closed ? new Message(Tone.SUCCESS, "closing.closed", Map.of("date", lastDay), "/inventory-periods")
                    : new Message(Tone.NEUTRAL, "closing.close", Map.of("date", lastDay), "/inventory-period-check?endingDate=" + lastDay));
            var done = steps.stream().filter(step -> step.tone() == Tone.SUCCESS).count();
            var actions = closed ? List.<PageAction>of() : List.of(close(rows, lastDay, steps.size() - 1 == done));
            return new StartPanel.Content(new Message(Tone.NEUTRAL, "start.closing", Map.of("date", lastDay, "done", done, "steps", steps.size()), ""), List.of(), List.of(), steps, actions);
        }, new CardPage.Related("inventory-periods", "/inventory-periods"));
    }

    /** The last step can be done here as soon as those before it are; a period that was never set up is set up first. */
    private static PageAction close(InventoryRows rows, LocalDate lastDay, boolean ready) {
        var permission = Permission.CLOSE_INVENTORY_PERIODS;
        if (rows.periods().read(RowRequest.of(Criterion.equal("endingDate", lastDay)).page(0, 1)).count() == 0) {
            return PageAction.ask("new-inventory-period", permission, "inventoryPeriods", List.of(new ReportParameter("endingDate", Kind.DATE, "", List.of(), lastDay.toString()),
                    new ReportParameter("periodName", Kind.TEXT, "", List.of(), "")));
        }
        var close = PageAction.send("close-inventory-period", permission, "inventoryPeriods/" + lastDay + "/close").confirmed();
        return ready ? close : close.refusedFor(Message.of(Tone.NEUTRAL, "closing.steps-first"));
    }

    /** The books are proven from here, and it is said what the last proof has found. */
    @Bean
    StartPanel.Headline provenHeadline() {
        return new StartPanel.Headline(10, Permission.VERIFY_BOOKS, PageAction.run("verify-now", Permission.VERIFY_BOOKS, "verify"), () -> lastProof.get()
                .map(last -> new Message(last.findings() == 0 ? Tone.SUCCESS : Tone.DANGER, last.findings() == 0 ? "closing.proven" : "closing.not-proven",
                        Map.of("moment", last.finished(), "count", last.findings()), "/books-proven/" + last.number()))
                .orElseGet(() -> new Message(Tone.NEUTRAL, "counter.never-proven", Map.of(), "/books-proven")));
    }

    private List<Message> closing(ReconciledInventory reconciled, Optional<ProveBooks.Summary> proof, LocalDate lastDay) {
        var steps = new ArrayList<>(ReconciliationTables.open(counts.get()));
        steps.add(new Message(reconciled.agrees() ? Tone.SUCCESS : Tone.DANGER, reconciled.agrees() ? "closing.reconciled" : "closing.differs",
                Map.of("date", lastDay), "/inventory-reconciliation?asOf=" + lastDay));
        steps.add(proof.map(last -> new Message(last.findings() == 0 ? Tone.SUCCESS : Tone.DANGER, last.findings() == 0 ? "closing.proven" : "closing.not-proven",
                        Map.of("moment", last.finished(), "count", last.findings()), "/books-proven/" + last.number()))
                .orElseGet(() -> new Message(Tone.NEUTRAL, "closing.never-proven", Map.of(), "/books-proven")));
        return steps;
    }
}
