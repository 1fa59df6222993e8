package org.stockbook.journals.web;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.stockbook.platform.security.Permission;
import org.stockbook.web.Area;
import org.stockbook.web.WorksheetPage;
import org.stockbook.web.WorksheetPage.CellKind;
import org.stockbook.web.WorksheetPage.CellTrait;
import org.stockbook.web.WorksheetPage.Column;

/** The journals (spec: journals, section 3; ui, section 12, Stock). */
@Configuration(proxyBeanMethods = false)
class JournalPages {

    @Bean
    @Order(1)
    WorksheetPage itemJournalPage() {
        return new WorksheetPage("item-journal", Area.STOCK, Permission.EDIT_ITEM_JOURNAL, Permission.POST_ITEM_JOURNAL, "itemJournals", "itemJournalLines", List.of(
                Column.of("postingDate", CellKind.DATE, CellTrait.FROM_ABOVE),
                Column.of("entryType", CellKind.CHOICE, CellTrait.FROM_ABOVE).choosing(List.of("positiveAdjustment", "negativeAdjustment", "purchase", "sale")),
                Column.of("documentNumber", CellKind.CODE, CellTrait.FROM_ABOVE),
                Column.of("itemNumber", CellKind.CODE, CellTrait.QUICK_ENTRY).lookedUpIn("items"),
                Column.of("description", CellKind.TEXT, CellTrait.FILLING),
                Column.of("variantCode", CellKind.CODE),
                Column.of("locationCode", CellKind.CODE, CellTrait.FROM_ABOVE).lookedUpIn("locations"),
                Column.of("quantity", CellKind.QUANTITY, CellTrait.QUICK_ENTRY),
                Column.of("unitOfMeasureCode", CellKind.CODE, CellTrait.MUTED).lookedUpIn("unitsOfMeasure"),
                Column.of("unitAmount", CellKind.UNIT_AMOUNT),
                Column.of("amount", CellKind.AMOUNT),
                Column.of("reasonCode", CellKind.CODE).lookedUpIn("reasonCodes"),
                Column.of("appliesToEntry", CellKind.NUMBER).lookedUpIn("itemLedgerEntries"),
                Column.of("serialNumber", CellKind.CODE),
                Column.of("lotNumber", CellKind.CODE)), "items");
    }
}
