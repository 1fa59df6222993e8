package org.stockbook.finance.store;

import static org.stockbook.platform.database.jooq.tables.GlEntry.GL_ENTRY;

import org.stockbook.finance.GeneralLedgerLine;
import org.stockbook.platform.database.TableWriter;

/** A row of the general ledger. */
record GeneralLedgerRow(Numbers numbers, Keys keys, GeneralLedgerLine line) {
    /** Its own number and those of what it is part of. */
    record Numbers(long entry, long transaction, long register) {}

    /** The keys behind its codes; the partner is 0 where there is none. */
    record Keys(long account, long businessGroup, long productGroup, long partner, TradeKeys trade, boolean priorYear) {}

    /** The keys behind what only invoices and payments have; 0 where there is none. */
    record TradeKeys(long vatBusinessGroup, long vatProductGroup, long currency) {
        static final TradeKeys NONE = new TradeKeys(0, 0, 0);
    }

    /** What inventory writes: most of the ledger. */
    static final TableWriter<GeneralLedgerRow> PLAIN = plain();

    /** With what only invoices and payments have. */
    static final TableWriter<GeneralLedgerRow> WHOLE = plain()
            .bool(GL_ENTRY.CLOSING_DATE, row -> row.line.terms().closing())
            .bool(GL_ENTRY.TURNOVER_REVERSED, row -> row.line.terms().correction())
            .label(GL_ENTRY.GENERAL_POSTING_TYPE, row -> row.line.terms().trade().type())
            .int8(GL_ENTRY.VAT_BUSINESS_GROUP_ID, row -> row.keys.trade().vatBusinessGroup())
            .int8(GL_ENTRY.VAT_PRODUCT_GROUP_ID, row -> row.keys.trade().vatProductGroup())
            .decimal(GL_ENTRY.VAT_AMOUNT, row -> row.line.terms().trade().vatAmount().unscaled())
            .link(GL_ENTRY.CURRENCY_ID, row -> row.keys.trade().currency())
            .decimal(GL_ENTRY.CURRENCY_AMOUNT, row -> row.line.terms().money().value().unscaledValue().longValueExact());

    private static TableWriter<GeneralLedgerRow> plain() {
        return TableWriter.<GeneralLedgerRow>into(GL_ENTRY)
                .int8(GL_ENTRY.ENTRY_NO, row -> row.numbers.entry())
                .int8(GL_ENTRY.TRANSACTION_NO, row -> row.numbers.transaction())
                .int8(GL_ENTRY.GL_REGISTER_NO, row -> row.numbers.register())
                .int8(GL_ENTRY.GL_ACCOUNT_ID, row -> row.keys.account())
                .date(GL_ENTRY.POSTING_DATE, row -> row.line.postingDate())
                .date(GL_ENTRY.DOCUMENT_DATE, row -> row.line.origin().documentDate())
                .label(GL_ENTRY.DOCUMENT_TYPE, row -> row.line.origin().documentType())
                .text(GL_ENTRY.DOCUMENT_NO, row -> row.line.origin().document().code())
                .text(GL_ENTRY.EXTERNAL_DOCUMENT_NO, row -> row.line.origin().externalDocument())
                .text(GL_ENTRY.DESCRIPTION, row -> row.line.origin().description())
                .decimal(GL_ENTRY.AMOUNT, row -> row.line.amount().unscaled())
                .int8(GL_ENTRY.GENERAL_BUSINESS_GROUP_ID, row -> row.keys.businessGroup())
                .int8(GL_ENTRY.GENERAL_PRODUCT_GROUP_ID, row -> row.keys.productGroup())
                .label(GL_ENTRY.PARTNER_TYPE, row -> row.line.origin().partnerType())
                .link(GL_ENTRY.PARTNER_ID, row -> row.keys.partner())
                .text(GL_ENTRY.SOURCE_CODE, row -> row.line.origin().source().code())
                .text(GL_ENTRY.REASON_CODE, row -> row.line.origin().reason().code())
                .int8(GL_ENTRY.DIMENSION_SET_ID, row -> row.line.origin().dimensions().value())
                .text(GL_ENTRY.JOURNAL_BATCH, row -> row.line.origin().batch().code())
                .bool(GL_ENTRY.SYSTEM_CREATED, row -> row.line.terms().systemCreated())
                .bool(GL_ENTRY.PRIOR_YEAR, row -> row.keys.priorYear());
    }
}
