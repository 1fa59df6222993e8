package org.stockbook.journals.web;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.stockbook.inventory.InventoryRows;
import org.stockbook.platform.rows.Kind;
import org.stockbook.platform.rows.Row;
import org.stockbook.platform.rows.Sort;
import org.stockbook.platform.security.Permission;
import org.stockbook.web.Area;
import org.stockbook.web.ListPage;
import org.stockbook.web.PageAction;
import org.stockbook.web.PageColumn;
import org.stockbook.web.PageColumn.Trait;
import org.stockbook.web.ReportParameter;

/** Which receipt feeds which issue, to be taken apart and made anew (spec: ledger, section 6.7). */
@Configuration(proxyBeanMethods = false)
class ApplicationPages {
    private static final String ITEM = "applicationWorksheets/number:{itemNumber}/";

    @Bean
    @Order(12)
    ListPage applicationWorksheetPage(InventoryRows rows) {
        return new ListPage("application-worksheet", Area.STOCK, Permission.READ_INVENTORY, "applicationWorksheets", rows.applicationWorksheet(), List.of(
                PageColumn.of("entryNumber", Kind.NUMBER).with(Trait.MUTED),
                PageColumn.code("itemNumber").linked(row -> "/application-worksheet?itemNumber=" + row.text("itemNumber")),
                PageColumn.text("description").with(Trait.FILLING),
                PageColumn.code("variantCode"),
                PageColumn.code("locationCode"),
                PageColumn.of("quantity", Kind.QUANTITY),
                PageColumn.of("outboundItemEntryNumber", Kind.NUMBER).linked(row -> entry(row, "outboundItemEntryNumber")),
                PageColumn.of("outboundPostingDate", Kind.DATE),
                PageColumn.code("outboundDocumentNumber"),
                PageColumn.of("inboundItemEntryNumber", Kind.NUMBER).linked(row -> entry(row, "inboundItemEntryNumber")),
                PageColumn.of("inboundPostingDate", Kind.DATE),
                PageColumn.code("inboundDocumentNumber"),
                PageColumn.of("remainingQuantity", Kind.QUANTITY).with(Trait.MUTED)),
                List.of(Sort.descending("entryNumber")), List.of()).withActions(List.of(
                        PageAction.ask("move-application", Permission.EDIT_APPLICATIONS, ITEM + "move/{entryNumber}/{outboundItemEntryNumber}",
                                List.of(ReportParameter.code("inboundItemEntryNumber", "itemLedgerEntries"))),
                        PageAction.send("unapply", Permission.EDIT_APPLICATIONS, ITEM + "unapply/{entryNumber}").confirmed()));
    }

    private static String entry(Row row, String name) {
        return "/item-ledger-entries?entryNumber=" + row.text(name);
    }
}
