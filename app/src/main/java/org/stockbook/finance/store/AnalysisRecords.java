package org.stockbook.finance.store;

import static org.stockbook.finance.store.FinanceLookups.DIMENSIONS;
import static org.stockbook.finance.store.FinanceLookups.DIMENSION_VALUES;
import static org.stockbook.finance.store.FinanceLookups.FIRST_VALUES;
import static org.stockbook.finance.store.FinanceLookups.SECOND_VALUES;
import static org.stockbook.finance.store.FinanceRecords.ACCESS;
import static org.stockbook.platform.database.jooq.Tables.ACCOUNTING_PERIOD;
import static org.stockbook.platform.database.jooq.Tables.DEFAULT_DIMENSION;
import static org.stockbook.platform.database.jooq.Tables.DIMENSION;
import static org.stockbook.platform.database.jooq.Tables.DIMENSION_COMBINATION;
import static org.stockbook.platform.database.jooq.Tables.DIMENSION_VALUE;
import static org.stockbook.platform.database.jooq.Tables.DIMENSION_VALUE_COMBINATION;
import static org.stockbook.platform.database.jooq.Tables.GENERAL_LEDGER_SETUP;
import static org.stockbook.platform.records.RecordField.Trait.KEY;
import static org.stockbook.platform.records.RecordField.Trait.LISTED;
import static org.stockbook.platform.records.RecordField.Trait.READ_ONLY;
import static org.stockbook.platform.records.RecordField.Trait.REQUIRED;
import static org.stockbook.platform.records.RecordField.choice;
import static org.stockbook.platform.records.RecordField.code;
import static org.stockbook.platform.records.RecordField.flag;
import static org.stockbook.platform.records.RecordField.of;
import static org.stockbook.platform.records.RecordField.reference;
import static org.stockbook.platform.records.RecordField.text;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.stockbook.finance.dimensions.DefaultDimensionCheck;
import org.stockbook.finance.dimensions.DimensionPairCheck;
import org.stockbook.finance.dimensions.DimensionPairs;
import org.stockbook.finance.dimensions.ValuePairRules;
import org.stockbook.organisation.DateRangeCheck;
import org.stockbook.platform.records.RecordType;
import org.stockbook.platform.records.RecordType.Codes;
import org.stockbook.platform.records.RecordType.Rules;
import org.stockbook.platform.rows.Kind;

/** Dimensions, periods and the setup of the general ledger: fields, tables, rights. */
@Configuration(proxyBeanMethods = false)
class AnalysisRecords {
    @Bean
    RecordType dimensions() {
        return RecordType.of("dimensions", DIMENSION, ACCESS, List.of(
                code("code", DIMENSION.CODE).with(KEY, REQUIRED, LISTED),
                text("displayName", DIMENSION.NAME).with(LISTED),
                flag("blocked", DIMENSION.BLOCKED).with(LISTED)));
    }

    @Bean
    RecordType dimensionValues() {
        return RecordType.of("dimensionValues", DIMENSION_VALUE, ACCESS, List.of(
                reference("dimensionCode", DIMENSION_VALUE.DIMENSION_ID, DIMENSIONS).with(KEY, REQUIRED, LISTED),
                code("code", DIMENSION_VALUE.CODE).with(KEY, REQUIRED, LISTED),
                text("displayName", DIMENSION_VALUE.NAME).with(LISTED),
                choice("totalingType", DIMENSION_VALUE.TOTALING_TYPE).with(LISTED),
                text("totaling", DIMENSION_VALUE.TOTALING),
                of("indentation", Kind.COUNT, DIMENSION_VALUE.INDENTATION),
                flag("blocked", DIMENSION_VALUE.BLOCKED).with(LISTED)));
    }

    @Bean
    RecordType defaultDimensions() {
        return RecordType.of("defaultDimensions", DEFAULT_DIMENSION, ACCESS, List.of(
                choice("parentType", DEFAULT_DIMENSION.RECORD_TYPE).with(KEY, REQUIRED, LISTED),
                // Such as ITEM:1000; blank means every record of the type.
                reference("parent", DEFAULT_DIMENSION.RECORD_ID, MasterRecords.LOOKUP).with(KEY, LISTED),
                reference("dimensionCode", DEFAULT_DIMENSION.DIMENSION_ID, DIMENSIONS).with(KEY, REQUIRED, LISTED),
                reference("dimensionValueCode", DEFAULT_DIMENSION.DIMENSION_VALUE_ID, DIMENSION_VALUES).with(LISTED),
                choice("postingValidation", DEFAULT_DIMENSION.VALUE_POSTING).with(LISTED),
                text("allowedValues", DEFAULT_DIMENSION.ALLOWED_VALUES)))
                .with(new Rules(List.of(), List.of(new DefaultDimensionCheck()), List.of(), List.of(), Codes.COMMON));
    }

    @Bean
    RecordType dimensionCombinations(DimensionPairs known) {
        return RecordType.of("dimensionCombinations", DIMENSION_COMBINATION, ACCESS, List.of(
                reference("dimension1Code", DIMENSION_COMBINATION.FIRST_DIMENSION_ID, DIMENSIONS).with(KEY, REQUIRED, LISTED),
                reference("dimension2Code", DIMENSION_COMBINATION.SECOND_DIMENSION_ID, DIMENSIONS).with(KEY, REQUIRED, LISTED),
                choice("combinationRestriction", DIMENSION_COMBINATION.RULE).with(REQUIRED, LISTED)))
                .with(new Rules(List.of(), List.of(new DimensionPairCheck(known)), List.of(), List.of(), Codes.COMMON));
    }

    @Bean
    RecordType dimensionValueCombinations(DimensionPairs known) {
        var pair = DIMENSION_VALUE_COMBINATION;
        var rules = new ValuePairRules(known);
        return RecordType.of("dimensionValueCombinations", pair, ACCESS, List.of(
                reference("dimension1Code", pair.FIRST_DIMENSION_ID, DIMENSIONS).with(KEY, REQUIRED, LISTED),
                reference("dimension1ValueCode", pair.FIRST_DIMENSION_VALUE_ID, FIRST_VALUES).with(KEY, REQUIRED, LISTED),
                reference("dimension2Code", pair.SECOND_DIMENSION_ID, DIMENSIONS).with(KEY, REQUIRED, LISTED),
                reference("dimension2ValueCode", pair.SECOND_DIMENSION_VALUE_ID, SECOND_VALUES).with(KEY, REQUIRED, LISTED)))
                .with(new Rules(List.of(rules), List.of(rules), List.of(), List.of(), Codes.COMMON));
    }

    @Bean
    RecordType accountingPeriods() {
        return RecordType.of("accountingPeriods", ACCOUNTING_PERIOD, ACCESS, List.of(
                of("startingDate", Kind.DATE, ACCOUNTING_PERIOD.STARTING_DATE).with(KEY, REQUIRED, LISTED),
                text("displayName", ACCOUNTING_PERIOD.NAME).with(LISTED),
                flag("newFiscalYear", ACCOUNTING_PERIOD.NEW_FISCAL_YEAR).with(LISTED),
                flag("closed", ACCOUNTING_PERIOD.CLOSED).with(LISTED, READ_ONLY),
                flag("dateLocked", ACCOUNTING_PERIOD.DATE_LOCKED).with(LISTED, READ_ONLY)));
    }

    @Bean
    RecordType generalLedgerSetup() {
        var setup = GENERAL_LEDGER_SETUP;
        return RecordType.of("generalLedgerSetup", setup, ACCESS, List.of(
                of("allowPostingFrom", Kind.DATE, setup.ALLOW_POSTING_FROM).with(LISTED),
                of("allowPostingTo", Kind.DATE, setup.ALLOW_POSTING_TO).with(LISTED),
                of("allowTaxDateFrom", Kind.DATE, setup.ALLOW_VAT_DATE_FROM),
                of("allowTaxDateTo", Kind.DATE, setup.ALLOW_VAT_DATE_TO),
                of("allowDeletionBefore", Kind.DATE, setup.ALLOW_DELETION_BEFORE),
                reference("globalDimension1Code", setup.GLOBAL_DIMENSION_1_ID, DIMENSIONS).with(LISTED),
                reference("globalDimension2Code", setup.GLOBAL_DIMENSION_2_ID, DIMENSIONS).with(LISTED),
                FinanceRecords.account("retainedEarningsAccountNumber", setup.RETAINED_EARNINGS_ACCOUNT_ID)))
                .onlyOne()
                .with(new Rules(List.of(), List.of(new DateRangeCheck("allowPostingFrom", "allowPostingTo"), new DateRangeCheck("allowTaxDateFrom", "allowTaxDateTo")),
                        List.of(), List.of(), Codes.COMMON));
    }
}
