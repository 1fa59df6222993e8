package org.stockbook.inventory.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.stockbook.inventory.InventoryAttention;
import org.stockbook.inventory.InventoryAttention.Counts;
import org.stockbook.inventory.figures.LastPostings;
import org.stockbook.platform.rows.Kind;
import org.stockbook.platform.rows.Row;
import org.stockbook.platform.security.Permission;
import org.stockbook.platform.security.Permissions;
import org.stockbook.web.CardPage;
import org.stockbook.web.PageColumn;
import org.stockbook.web.PageColumn.Trait;
import org.stockbook.web.Report;
import org.stockbook.web.Report.Message;
import org.stockbook.web.Report.Tone;
import org.stockbook.web.StartCounter;
import org.stockbook.web.StartPanel;
import org.stockbook.web.Views;

/** What inventory puts on the start page: what needs attention, and what was posted last (spec: ui, section 2.3). */
@Configuration(proxyBeanMethods = false)
class StartPages {
    private static final int LAST_REGISTERS = 8;

    private final Supplier<Counts> counts;

    StartPages(InventoryAttention attention, Views views) {
        this.counts = views.once(attention::counts);
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
                () -> new StartCounter.Count(count.applyAsLong(counts.get()), shown.tone(), shown.link(), "", Map.of()));
    }

    /** How a counter looks and where it leads. */
    private record Shown(String name, Tone tone, String link) {}

    /** Each posting with what it changed the value of stock by, for those who may see costs. */
    @Bean
    StartPanel lastPostingsPanel(LastPostings postings, Permissions permissions) {
        return new StartPanel(16, Permission.READ_INVENTORY, () -> {
            var columns = new ArrayList<>(List.of(PageColumn.of("createdAt", Kind.MOMENT).with(Trait.MUTED), PageColumn.text("sourceCode").with(Trait.WORDED).with(Trait.FILLING),
                    PageColumn.code("documentNumber").linked(row -> row.text("link")),
                    PageColumn.of("entries", Kind.COUNT).linked(row -> Links.valueEntriesOfRegister(row.text("registerNumber")))));
            if (permissions.has(Permission.READ_COSTS)) {
                columns.add(PageColumn.of("valueChange", Kind.AMOUNT).linked(row -> Links.valueEntriesOfRegister(row.text("registerNumber"))));
            }
            columns.add(PageColumn.code("userName").with(Trait.MUTED));
            var lines = postings.last(LAST_REGISTERS).stream().map(StartPages::line).toList();
            return new StartPanel.Content(Message.of(Tone.NEUTRAL, "start.last-postings"), List.of(), List.of(new Report.Table("last-postings", Optional.empty(), columns, lines)), List.of());
        }, new CardPage.Related("item-registers", "/item-registers"));
    }

    private static Report.Line line(LastPostings.Posting posting) {
        var several = posting.documents() > 1;
        var link = several ? Links.valueEntriesOfRegister(Long.toString(posting.register())) : posting.document().isEmpty() ? "" : Links.findEntriesOf(posting.document());
        return Report.Line.of(new Row(Map.of("registerNumber", posting.register(), "createdAt", posting.at(), "sourceCode", posting.source(), "documentNumber",
                several ? posting.document() + " …" : posting.document(), "link", link, "entries", posting.entries(), "valueChange", posting.value(), "userName", posting.user())));
    }
}
