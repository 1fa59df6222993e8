package org.stockbook.inventory.store.ledger;

import static org.stockbook.platform.database.jooq.tables.ItemLedgerEntry.ITEM_LEDGER_ENTRY;

import java.util.Objects;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jooq.Field;
import org.jooq.Table;
import org.stockbook.kernel.origin.Origin;
import org.stockbook.platform.database.TableWriter;

/** The columns that the item ledger and the value entries share: where an entry comes from. */
final class OriginColumns {
    private OriginColumns() {}

    static <R> TableWriter<R> into(
            TableWriter<R> writer, Table<?> table, Function<R, Origin> origin, ToLongFunction<R> partner) {
        return writer
                .label(in(table, ITEM_LEDGER_ENTRY.DOCUMENT_TYPE), row -> origin.apply(row).documentType())
                .text(in(table, ITEM_LEDGER_ENTRY.DOCUMENT_NO), row -> origin.apply(row).document().code())
                .int4(in(table, ITEM_LEDGER_ENTRY.DOCUMENT_LINE_NO), row -> origin.apply(row).documentLine())
                .text(in(table, ITEM_LEDGER_ENTRY.EXTERNAL_DOCUMENT_NO), row -> origin.apply(row).externalDocument())
                .date(in(table, ITEM_LEDGER_ENTRY.DOCUMENT_DATE), row -> origin.apply(row).documentDate())
                .label(in(table, ITEM_LEDGER_ENTRY.PARTNER_TYPE), row -> origin.apply(row).partnerType())
                .link(in(table, ITEM_LEDGER_ENTRY.PARTNER_ID), partner)
                .label(in(table, ITEM_LEDGER_ENTRY.ORDER_TYPE), row -> origin.apply(row).order().type())
                .text(in(table, ITEM_LEDGER_ENTRY.ORDER_NO), row -> origin.apply(row).order().no().code())
                .int4(in(table, ITEM_LEDGER_ENTRY.ORDER_LINE_NO), row -> origin.apply(row).order().line())
                .int8(in(table, ITEM_LEDGER_ENTRY.DIMENSION_SET_ID), row -> origin.apply(row).dimensions().value())
                .text(in(table, ITEM_LEDGER_ENTRY.DESCRIPTION), row -> origin.apply(row).description())
                .text(in(table, ITEM_LEDGER_ENTRY.SOURCE_CODE), row -> origin.apply(row).source().code())
                .text(in(table, ITEM_LEDGER_ENTRY.REASON_CODE), row -> origin.apply(row).reason().code())
                .text(in(table, ITEM_LEDGER_ENTRY.RETURN_REASON_CODE), row -> origin.apply(row).returnReason().code())
                .text(in(table, ITEM_LEDGER_ENTRY.JOURNAL_BATCH), row -> origin.apply(row).batch().code());
    }

    /** The column of the same name and type in another table. */
    private static <T> Field<T> in(Table<?> table, Field<T> column) {
        return Objects.requireNonNull(table.field(column.getName(), column.getDataType()), () -> table + " has no " + column);
    }
}
