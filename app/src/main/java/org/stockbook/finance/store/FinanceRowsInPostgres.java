package org.stockbook.finance.store;

import static org.stockbook.platform.database.jooq.Tables.ACCOUNTING_PERIOD;
import static org.stockbook.platform.database.jooq.Tables.APP_USER;
import static org.stockbook.platform.database.jooq.Tables.GL_ACCOUNT;
import static org.stockbook.platform.database.jooq.Tables.GL_ENTRY;
import static org.stockbook.platform.database.jooq.Tables.GL_ENTRY_VALUE_ENTRY;
import static org.stockbook.platform.database.jooq.Tables.GL_REGISTER;
import static org.stockbook.platform.database.jooq.Tables.REASON_CODE;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.TableLike;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;
import org.stockbook.finance.FinanceRows;
import org.stockbook.platform.rows.BesideEntries;
import org.stockbook.platform.rows.RowRequest;
import org.stockbook.platform.rows.RowSource;
import org.stockbook.platform.rows.SearchedText;
import org.stockbook.platform.rows.Sort;
import org.stockbook.platform.rows.TableRows;
import org.stockbook.platform.rows.TotalFilters;

/** The general ledger as rows. */
@Repository
class FinanceRowsInPostgres implements FinanceRows {
    private final DSLContext database;

    FinanceRowsInPostgres(DSLContext database) {
        this.database = database;
    }

    /** Within the scope of a value entry only the entries that were made from it. */
    @Override
    public RowSource generalLedgerEntries() {
        var entry = GL_ENTRY;
        var fields = new LinkedHashMap<String, Field<?>>();
        fields.put("entryNumber", entry.ENTRY_NO);
        fields.put("postingDate", entry.POSTING_DATE);
        fields.put("documentType", entry.DOCUMENT_TYPE);
        fields.put("documentNumber", entry.DOCUMENT_NO);
        fields.put("accountNumber", GL_ACCOUNT.NO);
        fields.put("accountName", GL_ACCOUNT.NAME);
        fields.put("description", entry.DESCRIPTION);
        fields.put("debitAmount", DSL.greatest(entry.AMOUNT, DSL.inline(BigDecimal.ZERO)));
        fields.put("creditAmount", DSL.greatest(entry.AMOUNT.neg(), DSL.inline(BigDecimal.ZERO)));
        fields.put("amount", entry.AMOUNT);
        fields.put("transactionNumber", entry.TRANSACTION_NO);
        fields.put("sourceCode", entry.SOURCE_CODE);
        fields.put("reasonCode", entry.REASON_CODE);
        fields.put("registerNumber", entry.GL_REGISTER_NO);
        fields.put("itemRegisterNumber", GL_REGISTER.ITEM_REGISTER_NO);
        return new TableRows(database, request -> {
            var kind = BesideEntries.joined(request, Set.of("accountNumber", "accountName", "itemRegisterNumber"));
            var from = entry.join(GL_ACCOUNT, kind).on(GL_ACCOUNT.ID.eq(entry.GL_ACCOUNT_ID)).join(GL_REGISTER, kind).on(GL_REGISTER.NO.eq(entry.GL_REGISTER_NO));
            var valueEntry = request.scope().getOrDefault("valueEntryNumber", "");
            return valueEntry.matches("\\d{1,18}")
                    ? from.join(DSL.selectDistinct(GL_ENTRY_VALUE_ENTRY.GL_ENTRY_NO).from(GL_ENTRY_VALUE_ENTRY)
                            .where(GL_ENTRY_VALUE_ENTRY.VALUE_ENTRY_NO.eq(Long.valueOf(valueEntry))).asTable("made_from"))
                            .on(DSL.field("made_from.gl_entry_no", Long.class).eq(entry.ENTRY_NO))
                    : from;
        }, fields, List.of(Sort.descending("entryNumber"))).foundBy(entry.ENTRY_NO)
                .searchedIn(List.of(SearchedText.beside(entry.GL_ACCOUNT_ID, GL_ACCOUNT.ID, GL_ACCOUNT.NO), SearchedText.beside(entry.GL_ACCOUNT_ID, GL_ACCOUNT.ID, GL_ACCOUNT.NAME),
                        SearchedText.of(entry.DOCUMENT_NO), SearchedText.ofSome(entry.DESCRIPTION), SearchedText.ofSome(entry.SOURCE_CODE), SearchedText.ofSome(entry.REASON_CODE)));
    }

    @Override
    public RowSource generalLedgerRegisters() {
        var register = GL_REGISTER;
        var fields = new LinkedHashMap<String, Field<?>>();
        fields.put("registerNumber", register.NO);
        fields.put("createdAt", register.CREATED_AT);
        fields.put("userName", APP_USER.LOGIN);
        fields.put("sourceCode", register.SOURCE_CODE);
        fields.put("journalBatchName", register.JOURNAL_BATCH);
        fields.put("itemRegisterNumber", register.ITEM_REGISTER_NO);
        fields.put("fromEntryNumber", register.FIRST_GL_ENTRY_NO);
        fields.put("toEntryNumber", register.LAST_GL_ENTRY_NO);
        return rows(register.join(APP_USER).on(APP_USER.ID.eq(register.USER_ID)), fields, Sort.descending("registerNumber"));
    }

    @Override
    public RowSource accounts() {
        var fields = new LinkedHashMap<String, Field<?>>();
        fields.put("number", GL_ACCOUNT.NO);
        fields.put("name", GL_ACCOUNT.NAME);
        fields.put("accountType", GL_ACCOUNT.ACCOUNT_TYPE);
        fields.put("accountCategory", GL_ACCOUNT.CATEGORY);
        fields.put("directPosting", GL_ACCOUNT.DIRECT_POSTING);
        fields.put("blocked", GL_ACCOUNT.BLOCKED);
        fields.put("balance", DSL.coalesce(MovementsCounted.BALANCE, BigDecimal.ZERO));
        fields.put("netChange", DSL.coalesce(MovementsCounted.NET_CHANGE, BigDecimal.ZERO));
        return new TableRows(database, request -> GL_ACCOUNT.leftJoin(MovementsCounted.of(TotalFilters.of(request.scope()))).on(GL_ACCOUNT.ID.eq(MovementsCounted.ACCOUNT_ID)),
                fields, List.of(Sort.ascending("number")));
    }

    @Override
    public RowSource reasonCodes() {
        var fields = new LinkedHashMap<String, Field<?>>();
        fields.put("code", REASON_CODE.CODE);
        fields.put("description", REASON_CODE.DESCRIPTION);
        return rows(REASON_CODE, fields, Sort.ascending("code"));
    }

    @Override
    public RowSource accountingPeriods() {
        var fields = new LinkedHashMap<String, Field<?>>();
        fields.put("startingDate", ACCOUNTING_PERIOD.STARTING_DATE);
        fields.put("displayName", ACCOUNTING_PERIOD.NAME);
        fields.put("newFiscalYear", ACCOUNTING_PERIOD.NEW_FISCAL_YEAR);
        fields.put("closed", ACCOUNTING_PERIOD.CLOSED);
        return rows(ACCOUNTING_PERIOD, fields, Sort.descending("startingDate"));
    }

    private RowSource rows(TableLike<?> from, Map<String, Field<?>> fields, Sort order) {
        return new TableRows(database, (RowRequest _) -> from, fields, List.of(order));
    }
}
