package org.stockbook.journals.web;

import java.util.ArrayList;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.stockbook.journals.JournalField;
import org.stockbook.journals.JournalKind;
import org.stockbook.platform.rows.Kind;
import org.stockbook.web.Area;
import org.stockbook.web.PageAction;
import org.stockbook.web.ReportParameter;
import org.stockbook.web.WorksheetPage;
import org.stockbook.web.WorksheetPage.CellKind;
import org.stockbook.web.WorksheetPage.CellTrait;
import org.stockbook.web.WorksheetPage.Column;

/** The journals (spec: journals, section 3; ui, section 12, Stock). */
@Configuration(proxyBeanMethods = false)
class JournalPages {
    private static final List<String> ENTRY_TYPES = List.of("positiveAdjustment", "negativeAdjustment", "purchase", "sale");
    private static final Column ITEM = code(JournalField.ITEM, CellTrait.QUICK_ENTRY).lookedUpIn("items");
    private static final Column DESCRIPTION = Column.of(JournalField.DESCRIPTION.property(), CellKind.TEXT, CellTrait.FILLING);
    private static final Column POSTING_DATE = Column.of(JournalField.POSTING_DATE.property(), CellKind.DATE, CellTrait.FROM_ABOVE);
    private static final Column DOCUMENT_NO = code(JournalField.DOCUMENT_NO, CellTrait.FROM_ABOVE);
    private static final Column ENTRY_TYPE =
            Column.of(JournalField.ENTRY_TYPE.property(), CellKind.CHOICE, CellTrait.FROM_ABOVE).choosing(ENTRY_TYPES);
    private static final Column VARIANT = code(JournalField.VARIANT);
    private static final Column LOCATION = code(JournalField.LOCATION, CellTrait.FROM_ABOVE).lookedUpIn("locations");
    private static final Column QUANTITY = Column.of(JournalField.QUANTITY.property(), CellKind.QUANTITY, CellTrait.QUICK_ENTRY);
    private static final Column UNIT = code(JournalField.UNIT, CellTrait.MUTED).lookedUpIn("unitsOfMeasure");
    private static final Column UNIT_AMOUNT = Column.of(JournalField.UNIT_AMOUNT.property(), CellKind.UNIT_AMOUNT);
    private static final Column AMOUNT = Column.of(JournalField.AMOUNT.property(), CellKind.AMOUNT);
    private static final Column REASON = code(JournalField.REASON).lookedUpIn("reasonCodes");
    private static final Column APPLIES_TO = Column.of(JournalField.APPLIES_TO_ENTRY.property(), CellKind.NUMBER).lookedUpIn("itemLedgerEntries");

    private static final Column DIMENSION_1 = code(JournalField.DIMENSION_1).hidden();
    private static final Column DIMENSION_2 = code(JournalField.DIMENSION_2).hidden();

    private static Column code(JournalField field, CellTrait... traits) {
        return Column.of(field.property(), CellKind.CODE, traits);
    }

    @Bean
    @Order(1)
    WorksheetPage itemJournalPage() {
        return page("item-journal", JournalKind.ITEM, List.of(POSTING_DATE, ENTRY_TYPE, DOCUMENT_NO, ITEM, DESCRIPTION, VARIANT, LOCATION, QUANTITY, UNIT,
                UNIT_AMOUNT, AMOUNT, REASON, APPLIES_TO.hidden(), code(JournalField.SERIAL_NO), code(JournalField.LOT_NO), code(JournalField.BUSINESS_GROUP).hidden(), DIMENSION_1, DIMENSION_2))
                .withActions(with(standardActions(JournalKind.ITEM), batchActions(JournalKind.ITEM)));
    }

    @Bean
    @Order(2)
    WorksheetPage reclassificationJournalPage() {
        return page("reclassification-journal", JournalKind.RECLASSIFICATION, List.of(POSTING_DATE, DOCUMENT_NO, ITEM, DESCRIPTION, VARIANT,
                code(JournalField.NEW_VARIANT).hidden(), LOCATION, code(JournalField.NEW_LOCATION, CellTrait.QUICK_ENTRY).lookedUpIn("locations"), QUANTITY, UNIT,
                DIMENSION_1, code(JournalField.NEW_DIMENSION_1).hidden(), DIMENSION_2, code(JournalField.NEW_DIMENSION_2).hidden(),
                REASON, APPLIES_TO.hidden(), code(JournalField.SERIAL_NO), code(JournalField.LOT_NO)))
                .withActions(with(standardActions(JournalKind.RECLASSIFICATION), batchActions(JournalKind.RECLASSIFICATION)));
    }

    @Bean
    @Order(3)
    WorksheetPage revaluationJournalPage() {
        var calculate = PageAction.ask("calculate-inventory-value", JournalKind.REVALUATION.editing(), address(JournalKind.REVALUATION, "calculate"), List.of(
                ReportParameter.date("postingDate"), text("documentNumber"), ReportParameter.code("itemNumber", "items"),
                ReportParameter.code("locationCode", "locations"), text("variantCode"),
                ReportParameter.choice("inventoryValuePer", List.of("item", "itemLedgerEntry")), flag("byLocation"), flag("byVariant"),
                ReportParameter.choice("calculationBase", List.of("presentValue", "lastDirectCost", "standardCost")), flag("updateStandardCost")));
        return page("revaluation-journal", JournalKind.REVALUATION, List.of(POSTING_DATE, DOCUMENT_NO, ITEM, DESCRIPTION, read(JournalField.VARIANT, CellKind.CODE).hidden(),
                read(JournalField.LOCATION, CellKind.CODE), APPLIES_TO, read(JournalField.QUANTITY, CellKind.QUANTITY),
                read(JournalField.UNIT_COST_CALCULATED, CellKind.UNIT_AMOUNT), read(JournalField.VALUE_CALCULATED, CellKind.AMOUNT),
                Column.of(JournalField.UNIT_COST_REVALUED.property(), CellKind.UNIT_AMOUNT, CellTrait.QUICK_ENTRY),
                Column.of(JournalField.VALUE_REVALUED.property(), CellKind.AMOUNT, CellTrait.QUICK_ENTRY), read(JournalField.AMOUNT, CellKind.AMOUNT),
                Column.of(JournalField.UPDATE_STANDARD_COST.property(), CellKind.CHOICE).choosing(List.of("true", "false")).hidden(), REASON.hidden(), DIMENSION_1, DIMENSION_2))
                .withActions(with(List.of(calculate), batchActions(JournalKind.REVALUATION)));
    }

    @Bean
    @Order(4)
    WorksheetPage recurringJournalPage() {
        var due = PageAction.send("post-due", JournalKind.RECURRING.posting(), address(JournalKind.RECURRING, "postDue")).confirmed();
        return page("recurring-journal", JournalKind.RECURRING, List.of(
                Column.of(JournalField.RECURRING_METHOD.property(), CellKind.CHOICE, CellTrait.FROM_ABOVE)
                        .choosing(List.of("fixed", "variable", "reversingFixed", "reversingVariable")),
                code(JournalField.RECURRING_FREQUENCY, CellTrait.FROM_ABOVE), POSTING_DATE, Column.of(JournalField.RECURRING_UNTIL.property(), CellKind.DATE),
                ENTRY_TYPE, DOCUMENT_NO, ITEM, DESCRIPTION, VARIANT.hidden(), LOCATION, QUANTITY, UNIT,
                UNIT_AMOUNT, AMOUNT, REASON.hidden(), code(JournalField.SERIAL_NO).hidden(), code(JournalField.LOT_NO).hidden(), DIMENSION_1, DIMENSION_2))
                .withActions(with(List.of(due), batchActions(JournalKind.RECURRING)));
    }

    private static Column read(JournalField field, CellKind kind) {
        return Column.of(field.property(), kind, CellTrait.READ_ONLY, CellTrait.MUTED);
    }

    private static WorksheetPage page(String path, JournalKind kind, List<Column> columns) {
        return new WorksheetPage(path, Area.STOCK, kind.editing(), kind.posting(), kind.collection(), "itemJournalLines", columns, "items");
    }

    private static List<PageAction> standardActions(JournalKind kind) {
        return List.of(
                PageAction.ask("get-standard-journal", kind.editing(), address(kind, "getStandard"),
                        List.of(ReportParameter.code("standardJournalCode", "standardItemJournals"))),
                PageAction.ask("save-as-standard-journal", kind.editing(), address(kind, "saveAsStandard"), List.of(
                        ReportParameter.code("standardJournalCode", "standardItemJournals"), text("displayName"), flag("saveUnitAmount"), flag("saveQuantity"),
                        flag("replace"))));
    }

    private static List<PageAction> batchActions(JournalKind kind) {
        var naming = List.of(text("displayName"), ReportParameter.code("numberSeriesCode", "numberSeries"),
                ReportParameter.code("postingNumberSeriesCode", "numberSeries"), ReportParameter.code("reasonCode", "reasonCodes"), text("owner"));
        return List.of(
                PageAction.run("import-lines", kind.editing(), "import-lines"),
                PageAction.send("renumber", kind.editing(), address(kind, "renumber")).confirmed(),
                PageAction.ask("new-batch", kind.editing(), kind.collection(), with(List.of(text("code")), naming)),
                PageAction.send("delete-batch", kind.editing(), address(kind, "delete")).confirmed());
    }

    private static String address(JournalKind kind, String action) {
        return kind.collection() + "/code:{batch}/" + action;
    }

    private static ReportParameter text(String name) {
        return new ReportParameter(name, Kind.TEXT, "", List.of(), "");
    }

    private static ReportParameter flag(String name) {
        return new ReportParameter(name, Kind.FLAG, "", List.of(), "");
    }

    private static <T> List<T> with(List<T> first, List<T> more) {
        var all = new ArrayList<>(first);
        all.addAll(more);
        return all;
    }
}
