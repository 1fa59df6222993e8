package org.stockbook.finance.store;

import static org.stockbook.finance.store.FinanceLookups.ACCOUNTS;
import static org.stockbook.finance.store.FinanceLookups.BUSINESS_GROUPS;
import static org.stockbook.finance.store.FinanceLookups.INVENTORY_GROUPS;
import static org.stockbook.finance.store.FinanceLookups.LOCATIONS;
import static org.stockbook.finance.store.FinanceLookups.PRODUCT_GROUPS;
import static org.stockbook.finance.store.FinanceLookups.VAT_BUSINESS_GROUPS;
import static org.stockbook.finance.store.FinanceLookups.VAT_PRODUCT_GROUPS;
import static org.stockbook.platform.database.jooq.Tables.GENERAL_BUSINESS_GROUP;
import static org.stockbook.platform.database.jooq.Tables.GENERAL_POSTING_SETUP;
import static org.stockbook.platform.database.jooq.Tables.GENERAL_PRODUCT_GROUP;
import static org.stockbook.platform.database.jooq.Tables.GL_ACCOUNT;
import static org.stockbook.platform.database.jooq.Tables.INVENTORY_POSTING_GROUP;
import static org.stockbook.platform.database.jooq.Tables.INVENTORY_POSTING_SETUP;
import static org.stockbook.platform.database.jooq.Tables.REASON_CODE;
import static org.stockbook.platform.database.jooq.Tables.SOURCE_CODE;
import static org.stockbook.platform.database.jooq.Tables.VAT_BUSINESS_GROUP;
import static org.stockbook.platform.database.jooq.Tables.VAT_PRODUCT_GROUP;
import static org.stockbook.platform.records.RecordField.Trait.KEY;
import static org.stockbook.platform.records.RecordField.Trait.LISTED;
import static org.stockbook.platform.records.RecordField.Trait.REQUIRED;
import static org.stockbook.platform.records.RecordField.choice;
import static org.stockbook.platform.records.RecordField.code;
import static org.stockbook.platform.records.RecordField.flag;
import static org.stockbook.platform.records.RecordField.of;
import static org.stockbook.platform.records.RecordField.reference;
import static org.stockbook.platform.records.RecordField.text;

import java.util.ArrayList;
import java.util.List;
import org.jooq.Field;
import org.jooq.Table;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.stockbook.finance.AccountChecks;
import org.stockbook.finance.SetupAccountCheck;
import org.stockbook.platform.records.RecordField;
import org.stockbook.platform.records.RecordType;
import org.stockbook.platform.records.RecordType.Access;
import org.stockbook.platform.records.RecordType.Codes;
import org.stockbook.platform.records.RecordType.Rules;
import org.stockbook.platform.rows.Kind;
import org.stockbook.platform.security.Permission;

/** Accounts, posting groups and posting setups: fields, tables, rights. */
@Configuration(proxyBeanMethods = false)
class FinanceRecords {
    static final Access ACCESS = new Access(Permission.READ_ORGANISATION, Permission.CHANGE_FINANCE_SETUP);

    @Bean
    RecordType accounts(AccountChecks checks) {
        return RecordType.of("accounts", GL_ACCOUNT, ACCESS, List.of(
                code("number", GL_ACCOUNT.NO).with(KEY, REQUIRED, LISTED),
                text("displayName", GL_ACCOUNT.NAME).with(LISTED),
                text("searchName", GL_ACCOUNT.SEARCH_NAME),
                choice("accountType", GL_ACCOUNT.ACCOUNT_TYPE).with(LISTED),
                choice("statementType", GL_ACCOUNT.STATEMENT_TYPE).with(LISTED),
                choice("category", GL_ACCOUNT.CATEGORY).with(LISTED),
                text("subcategory", GL_ACCOUNT.SUBCATEGORY),
                choice("debitCredit", GL_ACCOUNT.DEBIT_CREDIT),
                text("totaling", GL_ACCOUNT.TOTALING),
                of("indentation", Kind.COUNT, GL_ACCOUNT.INDENTATION),
                flag("directPosting", GL_ACCOUNT.DIRECT_POSTING).with(LISTED),
                flag("blocked", GL_ACCOUNT.BLOCKED).with(LISTED),
                flag("reconciliationAccount", GL_ACCOUNT.RECONCILIATION_ACCOUNT),
                choice("generalPostingType", GL_ACCOUNT.GENERAL_POSTING_TYPE),
                reference("generalBusinessPostingGroupCode", GL_ACCOUNT.GENERAL_BUSINESS_GROUP_ID, BUSINESS_GROUPS),
                reference("generalProductPostingGroupCode", GL_ACCOUNT.GENERAL_PRODUCT_GROUP_ID, PRODUCT_GROUPS),
                reference("taxBusinessPostingGroupCode", GL_ACCOUNT.VAT_BUSINESS_GROUP_ID, VAT_BUSINESS_GROUPS),
                reference("taxProductPostingGroupCode", GL_ACCOUNT.VAT_PRODUCT_GROUP_ID, VAT_PRODUCT_GROUPS)))
                .with(new Rules(List.of(), List.of(checks), List.of(), List.of(), Codes.COMMON));
    }

    @Bean
    RecordType inventoryPostingGroups() {
        return group("inventoryPostingGroups", INVENTORY_POSTING_GROUP, INVENTORY_POSTING_GROUP.CODE, INVENTORY_POSTING_GROUP.DESCRIPTION);
    }

    @Bean
    RecordType taxBusinessPostingGroups() {
        return group("taxBusinessPostingGroups", VAT_BUSINESS_GROUP, VAT_BUSINESS_GROUP.CODE, VAT_BUSINESS_GROUP.DESCRIPTION);
    }

    @Bean
    RecordType taxProductPostingGroups() {
        return group("taxProductPostingGroups", VAT_PRODUCT_GROUP, VAT_PRODUCT_GROUP.CODE, VAT_PRODUCT_GROUP.DESCRIPTION);
    }

    @Bean
    RecordType reasonCodes() {
        return group("reasonCodes", REASON_CODE, REASON_CODE.CODE, REASON_CODE.DESCRIPTION);
    }

    @Bean
    RecordType sourceCodes() {
        return group("sourceCodes", SOURCE_CODE, SOURCE_CODE.CODE, SOURCE_CODE.DESCRIPTION);
    }

    private static RecordType group(String collection, Table<?> table, Field<String> code, Field<String> description) {
        return RecordType.of(collection, table, ACCESS, List.of(code("code", code).with(KEY, REQUIRED, LISTED), text("displayName", description).with(LISTED)));
    }

    @Bean
    RecordType generalBusinessPostingGroups() {
        return RecordType.of("generalBusinessPostingGroups", GENERAL_BUSINESS_GROUP, ACCESS, List.of(
                code("code", GENERAL_BUSINESS_GROUP.CODE).with(KEY, REQUIRED, LISTED),
                text("displayName", GENERAL_BUSINESS_GROUP.DESCRIPTION).with(LISTED),
                reference("defaultTaxBusinessPostingGroupCode", GENERAL_BUSINESS_GROUP.DEFAULT_VAT_BUSINESS_GROUP_ID, VAT_BUSINESS_GROUPS).with(LISTED)));
    }

    @Bean
    RecordType generalProductPostingGroups() {
        return RecordType.of("generalProductPostingGroups", GENERAL_PRODUCT_GROUP, ACCESS, List.of(
                code("code", GENERAL_PRODUCT_GROUP.CODE).with(KEY, REQUIRED, LISTED),
                text("displayName", GENERAL_PRODUCT_GROUP.DESCRIPTION).with(LISTED),
                reference("defaultTaxProductPostingGroupCode", GENERAL_PRODUCT_GROUP.DEFAULT_VAT_PRODUCT_GROUP_ID, VAT_PRODUCT_GROUPS).with(LISTED)));
    }

    @Bean
    RecordType inventoryPostingSetups(SetupAccountCheck check) {
        var setup = INVENTORY_POSTING_SETUP;
        var fields = new ArrayList<RecordField>(List.of(
                reference("locationCode", setup.LOCATION_ID, LOCATIONS).with(KEY, LISTED),
                reference("inventoryPostingGroupCode", setup.INVENTORY_POSTING_GROUP_ID, INVENTORY_GROUPS).with(KEY, LISTED),
                account("inventoryAccountNumber", setup.INVENTORY_ACCOUNT_ID).with(LISTED),
                account("inventoryInterimAccountNumber", setup.INVENTORY_INTERIM_ACCOUNT_ID).with(LISTED),
                account("workInProgressAccountNumber", setup.WORK_IN_PROGRESS_ACCOUNT_ID),
                account("materialVarianceAccountNumber", setup.MATERIAL_VARIANCE_ACCOUNT_ID),
                account("materialNonInventoryVarianceAccountNumber", setup.MATERIAL_NON_INVENTORY_VARIANCE_ACCOUNT_ID),
                account("capacityVarianceAccountNumber", setup.CAPACITY_VARIANCE_ACCOUNT_ID),
                account("subcontractedVarianceAccountNumber", setup.SUBCONTRACTED_VARIANCE_ACCOUNT_ID),
                account("capacityOverheadVarianceAccountNumber", setup.CAPACITY_OVERHEAD_VARIANCE_ACCOUNT_ID),
                account("manufacturingOverheadVarianceAccountNumber", setup.MANUFACTURING_OVERHEAD_VARIANCE_ACCOUNT_ID)));
        return RecordType.of("inventoryPostingSetups", setup, ACCESS, fields).with(new Rules(List.of(), List.of(check), List.of(), List.of(), Codes.COMMON));
    }

    @Bean
    RecordType generalPostingSetups(SetupAccountCheck check) {
        var setup = GENERAL_POSTING_SETUP;
        return RecordType.of("generalPostingSetups", setup, ACCESS, List.of(
                reference("generalBusinessPostingGroupCode", setup.GENERAL_BUSINESS_GROUP_ID, BUSINESS_GROUPS).with(KEY, LISTED),
                reference("generalProductPostingGroupCode", setup.GENERAL_PRODUCT_GROUP_ID, PRODUCT_GROUPS).with(KEY, LISTED),
                account("salesAccountNumber", setup.SALES_ACCOUNT_ID),
                account("salesCreditMemoAccountNumber", setup.SALES_CREDIT_MEMO_ACCOUNT_ID),
                account("salesLineDiscountAccountNumber", setup.SALES_LINE_DISCOUNT_ACCOUNT_ID),
                account("salesInvoiceDiscountAccountNumber", setup.SALES_INVOICE_DISCOUNT_ACCOUNT_ID),
                account("purchaseAccountNumber", setup.PURCHASE_ACCOUNT_ID),
                account("purchaseCreditMemoAccountNumber", setup.PURCHASE_CREDIT_MEMO_ACCOUNT_ID),
                account("purchaseLineDiscountAccountNumber", setup.PURCHASE_LINE_DISCOUNT_ACCOUNT_ID),
                account("purchaseInvoiceDiscountAccountNumber", setup.PURCHASE_INVOICE_DISCOUNT_ACCOUNT_ID),
                account("costOfGoodsSoldAccountNumber", setup.COST_OF_GOODS_SOLD_ACCOUNT_ID).with(LISTED),
                account("costOfGoodsSoldInterimAccountNumber", setup.COST_OF_GOODS_SOLD_INTERIM_ACCOUNT_ID),
                account("inventoryAdjustmentAccountNumber", setup.INVENTORY_ADJUSTMENT_ACCOUNT_ID).with(LISTED),
                account("inventoryAccrualInterimAccountNumber", setup.INVENTORY_ACCRUAL_INTERIM_ACCOUNT_ID),
                account("directCostAppliedAccountNumber", setup.DIRECT_COST_APPLIED_ACCOUNT_ID).with(LISTED),
                account("directCostNonInventoryAppliedAccountNumber", setup.DIRECT_COST_NON_INVENTORY_APPLIED_ACCOUNT_ID),
                account("overheadAppliedAccountNumber", setup.OVERHEAD_APPLIED_ACCOUNT_ID),
                account("purchaseVarianceAccountNumber", setup.PURCHASE_VARIANCE_ACCOUNT_ID),
                flag("blocked", setup.BLOCKED).with(LISTED)))
                .with(new Rules(List.of(), List.of(check), List.of(), List.of(), Codes.COMMON));
    }

    static RecordField account(String name, Field<Long> column) {
        return reference(name, column, ACCOUNTS);
    }
}
