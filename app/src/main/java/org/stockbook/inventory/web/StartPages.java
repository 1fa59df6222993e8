package org.stockbook.inventory.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.stockbook.inventory.InventoryAttention;
import org.stockbook.inventory.InventoryAttention.Counts;
import org.stockbook.inventory.InventoryRows;
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

/** What inventory puts on the start page: what needs attention, and what was posted last (spec: ui, section 2.3). */
@Configuration(proxyBeanMethods = false)
class StartPages {
    private static final int LAST_REGISTERS = 8;

    private final InventoryAttention attention;

    StartPages(InventoryAttention attention) {
        this.attention = attention;
    }

    @Bean
    StartCounter journalLinesCounter() {
        return counter(40, Permission.EDIT_ITEM_JOURNAL, new Shown("journal-lines", Tone.INFO, "/item-journal"), Counts::journalLines);
    }

    @Bean
    StartCounter negativeStockCounter() {
        return counter(50, Permission.READ_INVENTORY, new Shown("negative-stock", Tone.DANGER, "/stock?quantity=%3C0"), Counts::negativeStock);
    }

    private StartCounter counter(int order, Permission permission, Shown shown, ToLongFunction<Counts> count) {
        return new StartCounter(order, shown.name(), permission,
                () -> new StartCounter.Count(count.applyAsLong(attention.counts()), shown.tone(), shown.link(), "", Map.of()));
    }

    /** How a counter looks and where it leads. */
    private record Shown(String name, Tone tone, String link) {}

    @Bean
    StartPanel lastPostingsPanel(InventoryRows rows) {
        return new StartPanel(20, Permission.READ_INVENTORY, () -> {
            var last = rows.itemRegisters().read(RowRequest.of(Criterion.EVERYTHING).page(0, LAST_REGISTERS));
            var columns = List.of(PageColumn.of("registerNumber", Kind.NUMBER).linked(row -> Links.itemLedgerEntriesOfRegister(row.text("registerNumber"))),
                    PageColumn.of("createdAt", Kind.MOMENT), PageColumn.text("sourceCode").with(Trait.WORDED), PageColumn.code("journalBatchName").with(Trait.FILLING), PageColumn.code("userName"));
            return new StartPanel.Content(Message.of(Tone.NEUTRAL, "start.last-postings"), List.of(),
                    List.of(new Report.Table("last-postings", Optional.empty(), columns, last.rows().stream().map(Report.Line::of).toList())), List.of());
        }, new CardPage.Related("item-registers", "/item-registers"));
    }
}
