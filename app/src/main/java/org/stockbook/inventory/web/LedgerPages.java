package org.stockbook.inventory.web;

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
import org.stockbook.web.PageColumn;
import org.stockbook.web.PageColumn.Trait;

/** The entries pages of inventory: every figure leads to the entries behind it, in both directions (spec: ui, section 12, Stock). */
@Configuration(proxyBeanMethods = false)
class LedgerPages {

    @Bean
    @Order(20)
    ListPage itemLedgerEntriesPage(InventoryRows rows) {
        return new ListPage("item-ledger-entries", Area.STOCK, Permission.READ_INVENTORY, "itemLedgerEntries", rows.itemLedgerEntries(), List.of(
                PageColumn.of("entryNumber", Kind.NUMBER).linked(row -> Links.applications(row.text("entryNumber"))),
                PageColumn.of("postingDate", Kind.DATE),
                PageColumn.of("entryType", Kind.CHOICE),
                PageColumn.code("documentNumber").linked(Links::findEntries),
                PageColumn.code("itemNumber").linked(row -> Links.item(row.text("itemNumber"))),
                PageColumn.text("description").with(Trait.FILLING),
                PageColumn.code("variantCode"),
                PageColumn.code("locationCode"),
                PageColumn.of("quantity", Kind.QUANTITY).with(Trait.TOTALLED).with(Trait.BALANCE),
                PageColumn.of("invoicedQuantity", Kind.QUANTITY).with(Trait.HIDDEN),
                PageColumn.of("remainingQuantity", Kind.QUANTITY).with(Trait.TOTALLED).with(Trait.BALANCE),
                PageColumn.of("costAmountActual", Kind.AMOUNT).with(Trait.COST).with(Trait.FIXED).linked(row -> Links.costExplained(row.text("entryNumber"))),
                PageColumn.of("costAmountExpected", Kind.AMOUNT).with(Trait.COST).with(Trait.FIXED).with(Trait.MUTED).linked(row -> Links.valueEntriesOf(row.text("entryNumber"))),
                PageColumn.of("open", Kind.FLAG),
                PageColumn.code("serialNumber").with(Trait.HIDDEN),
                PageColumn.code("lotNumber").with(Trait.HIDDEN),
                PageColumn.code("externalDocumentNumber").with(Trait.HIDDEN),
                PageColumn.code("reasonCode").with(Trait.HIDDEN),
                PageColumn.code("returnReasonCode").with(Trait.HIDDEN),
                PageColumn.code("sourceCode").with(Trait.HIDDEN),
                PageColumn.of("documentType", Kind.CHOICE).with(Trait.HIDDEN),
                PageColumn.of("registerNumber", Kind.NUMBER).with(Trait.HIDDEN).linked(row -> Links.register(row.text("registerNumber")))),
                List.of(Sort.descending("entryNumber")), List.of());
    }

    @Bean
    @Order(21)
    ListPage valueEntriesPage(InventoryRows rows) {
        return new ListPage("value-entries", Area.STOCK, Permission.READ_COSTS, "valueEntries", rows.valueEntries(), List.of(
                PageColumn.of("entryNumber", Kind.NUMBER).linked(row -> Links.generalLedgerEntriesOf(row.text("entryNumber"))),
                PageColumn.of("postingDate", Kind.DATE),
                PageColumn.of("valuationDate", Kind.DATE),
                PageColumn.of("itemLedgerEntryType", Kind.CHOICE),
                PageColumn.of("valueEntryType", Kind.CHOICE),
                PageColumn.of("varianceType", Kind.CHOICE).with(Trait.HIDDEN),
                PageColumn.code("documentNumber").linked(Links::findEntries),
                PageColumn.code("itemNumber").linked(row -> Links.item(row.text("itemNumber"))),
                PageColumn.text("description").with(Trait.FILLING).with(Trait.HIDDEN),
                PageColumn.code("variantCode").with(Trait.HIDDEN),
                PageColumn.code("locationCode").with(Trait.HIDDEN),
                PageColumn.of("itemLedgerEntryNumber", Kind.NUMBER).linked(row -> Links.itemLedgerEntry(row.text("itemLedgerEntryNumber"))),
                PageColumn.of("valuedQuantity", Kind.QUANTITY).with(Trait.MUTED),
                PageColumn.of("invoicedQuantity", Kind.QUANTITY).with(Trait.HIDDEN),
                PageColumn.of("costPerUnit", Kind.UNIT_AMOUNT).with(Trait.MUTED).with(Trait.HIDDEN),
                PageColumn.of("costAmountActual", Kind.AMOUNT).with(Trait.TOTALLED).linked(row -> Links.costExplained(row.text("itemLedgerEntryNumber"))),
                PageColumn.of("costAmountExpected", Kind.AMOUNT).with(Trait.TOTALLED).with(Trait.MUTED),
                PageColumn.of("costPostedToGl", Kind.AMOUNT).with(Trait.TOTALLED).linked(row -> Links.generalLedgerEntriesOf(row.text("entryNumber"))),
                PageColumn.of("expectedCostPostedToGl", Kind.AMOUNT).with(Trait.HIDDEN),
                PageColumn.of("salesAmountActual", Kind.AMOUNT).with(Trait.HIDDEN),
                PageColumn.of("adjustment", Kind.FLAG),
                PageColumn.code("returnReasonCode").with(Trait.HIDDEN),
                PageColumn.code("inventoryPostingGroupCode").with(Trait.HIDDEN),
                PageColumn.of("registerNumber", Kind.NUMBER).with(Trait.HIDDEN).linked(row -> Links.register(row.text("registerNumber")))),
                List.of(Sort.descending("entryNumber")), List.of());
    }

    @Bean
    @Order(22)
    ListPage itemApplicationsPage(InventoryRows rows) {
        return new ListPage("item-application-entries", Area.STOCK, Permission.READ_INVENTORY, "itemApplicationEntries", rows.itemApplications(), List.of(
                PageColumn.of("entryNumber", Kind.NUMBER),
                PageColumn.of("postingDate", Kind.DATE),
                PageColumn.code("itemNumber").linked(row -> Links.item(row.text("itemNumber"))),
                PageColumn.text("description").with(Trait.FILLING),
                PageColumn.of("itemLedgerEntryNumber", Kind.NUMBER).linked(row -> Links.itemLedgerEntry(row.text("itemLedgerEntryNumber"))),
                PageColumn.of("inboundItemEntryNumber", Kind.NUMBER).linked(row -> Links.itemLedgerEntry(row.text("inboundItemEntryNumber"))),
                PageColumn.of("outboundItemEntryNumber", Kind.NUMBER).linked(LedgerPages::outbound),
                PageColumn.of("transferredFromEntryNumber", Kind.NUMBER).with(Trait.HIDDEN),
                PageColumn.of("quantity", Kind.QUANTITY).with(Trait.TOTALLED),
                PageColumn.of("carriesCost", Kind.FLAG),
                PageColumn.of("registerNumber", Kind.NUMBER).linked(row -> Links.register(row.text("registerNumber"))),
                PageColumn.of("removedByRegisterNumber", Kind.NUMBER)),
                List.of(Sort.descending("entryNumber")), List.of());
    }

    private static String outbound(Row row) {
        return row.text("outboundItemEntryNumber").isEmpty() ? "" : Links.itemLedgerEntry(row.text("outboundItemEntryNumber"));
    }

    @Bean
    @Order(23)
    ListPage itemRegistersPage(InventoryRows rows) {
        return new ListPage("item-registers", Area.STOCK, Permission.READ_INVENTORY, "itemRegisters", rows.itemRegisters(), List.of(
                PageColumn.of("registerNumber", Kind.NUMBER).linked(row -> Links.itemLedgerEntriesOfRegister(row.text("registerNumber"))),
                PageColumn.of("createdAt", Kind.MOMENT),
                PageColumn.code("userName"),
                PageColumn.code("sourceCode"),
                PageColumn.code("journalBatchName").with(Trait.FILLING),
                PageColumn.of("fromEntryNumber", Kind.NUMBER).linked(row -> Links.itemLedgerEntriesOfRegister(row.text("registerNumber"))),
                PageColumn.of("toEntryNumber", Kind.NUMBER).linked(row -> Links.itemLedgerEntriesOfRegister(row.text("registerNumber"))),
                PageColumn.of("fromValueEntryNumber", Kind.NUMBER).linked(row -> Links.valueEntriesOfRegister(row.text("registerNumber"))),
                PageColumn.of("toValueEntryNumber", Kind.NUMBER).linked(row -> Links.valueEntriesOfRegister(row.text("registerNumber")))),
                List.of(Sort.descending("registerNumber")), List.of());
    }
}
