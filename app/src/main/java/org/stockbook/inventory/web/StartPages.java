package org.stockbook.inventory.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.stockbook.inventory.InventoryRows;
import org.stockbook.inventory.Reconciliations;
import org.stockbook.inventory.Reconciliations.Attention;
import org.stockbook.platform.rows.Criterion;
import org.stockbook.platform.rows.Kind;
import org.stockbook.platform.rows.RowRequest;
import org.stockbook.platform.security.Permission;
import org.stockbook.web.CardPage;
import org.stockbook.web.PageColumn;
import org.stockbook.web.PageColumn.Trait;
import org.stockbook.web.Report;
import org.stockbook.web.Report.Message;
import org.stockbook.web.Report.Tone;
import org.stockbook.web.StartCounter;
import org.stockbook.web.StartPanel;

/** What inventory puts on the start page: what needs attention, and whether the books agree (spec: ui, section 2.3). */
@Configuration(proxyBeanMethods = false)
class StartPages {
    private static final LocalDate ALWAYS = LocalDate.of(9999, 12, 31);
    private static final int LAST_REGISTERS = 8;

    private final Reconciliations reconciliations;

    StartPages(Reconciliations reconciliations) {
        this.reconciliations = reconciliations;
    }

    @Bean
    StartCounter differencesCounter() {
        return new StartCounter(10, "differences", Permission.READ_GENERAL_LEDGER, () -> {
            var different = reconciliations.reconcile(ALWAYS).stream().filter(account -> account.difference().signum() != 0).count();
            return new StartCounter.Count(different, Tone.DANGER, "/inventory-reconciliation", "", Map.of());
        });
    }

    @Bean
    StartCounter notPostedCounter() {
        return counter(20, Permission.READ_COSTS, new Shown("cost-not-posted", Tone.WARNING, "/value-entries?costPostedToGl=0"), Attention::notPosted);
    }

    @Bean
    StartCounter notAdjustedCounter() {
        return counter(30, Permission.READ_COSTS, new Shown("items-not-adjusted", Tone.WARNING, "/items"), Attention::notAdjusted);
    }

    @Bean
    StartCounter journalLinesCounter() {
        return counter(40, Permission.EDIT_ITEM_JOURNAL, new Shown("journal-lines", Tone.INFO, "/item-journal"), Attention::journalLines);
    }

    @Bean
    StartCounter negativeStockCounter() {
        return counter(50, Permission.READ_INVENTORY, new Shown("negative-stock", Tone.DANGER, "/stock?quantity=%3C0"), Attention::negativeStock);
    }

    @Bean
    StartCounter openPeriodsCounter() {
        return counter(60, Permission.READ_COSTS, new Shown("open-periods", Tone.INFO, "/inventory-valuation"), Attention::openPeriods);
    }

    private StartCounter counter(int order, Permission permission, Shown shown, ToLongFunction<Attention> count) {
        return new StartCounter(order, shown.name(), permission,
                () -> new StartCounter.Count(count.applyAsLong(reconciliations.attention()), shown.tone(), shown.link(), "", Map.of()));
    }

    /** How a counter looks and where it leads. */
    private record Shown(String name, Tone tone, String link) {}

    @Bean
    StartPanel reconciliationPanel() {
        return new StartPanel(10, Permission.READ_GENERAL_LEDGER, () -> {
            var accounts = reconciliations.reconcile(ALWAYS);
            var inventory = ReconciliationTables.inventoryOnly(accounts);
            var difference = accounts.stream().map(Reconciliations.Account::difference).reduce(BigDecimal.ZERO, BigDecimal::add);
            var title = difference.signum() == 0 ? Message.of(Tone.SUCCESS, "start.equal") : Message.of(Tone.DANGER, "start.differs");
            return new StartPanel.Content(title,
                    List.of(new Report.Figure("inventory-value", Map.of(), ReconciliationTables.valueOf(inventory), Kind.AMOUNT, "/inventory-valuation"),
                            new Report.Figure("difference", Map.of(), difference, Kind.AMOUNT, "/inventory-reconciliation")),
                    List.of(ReconciliationTables.table(accounts, ALWAYS)), ReconciliationTables.proofs(reconciliations.attention()));
        }, new CardPage.Related("inventory-reconciliation", "/inventory-reconciliation"));
    }

    @Bean
    StartPanel lastPostingsPanel(InventoryRows rows) {
        return new StartPanel(20, Permission.READ_INVENTORY, () -> {
            var last = rows.itemRegisters().read(RowRequest.of(Criterion.EVERYTHING).page(0, LAST_REGISTERS));
            var columns = List.of(PageColumn.of("registerNumber", Kind.NUMBER).linked(row -> Links.itemLedgerEntriesOfRegister(row.text("registerNumber"))),
                    PageColumn.of("createdAt", Kind.MOMENT), PageColumn.code("sourceCode"), PageColumn.code("journalBatchName").with(Trait.FILLING), PageColumn.code("userName"));
            return new StartPanel.Content(Message.of(Tone.NEUTRAL, "start.last-postings"), List.of(),
                    List.of(new Report.Table("last-postings", Optional.empty(), columns, last.rows().stream().map(Report.Line::of).toList())), List.of());
        }, new CardPage.Related("item-registers", "/item-registers"));
    }
}
