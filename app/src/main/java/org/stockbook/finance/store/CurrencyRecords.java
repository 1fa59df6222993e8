package org.stockbook.finance.store;

import static org.stockbook.finance.store.FinanceLookups.VAT_BUSINESS_GROUPS;
import static org.stockbook.finance.store.FinanceLookups.VAT_PRODUCT_GROUPS;
import static org.stockbook.finance.store.FinanceRecords.account;
import static org.stockbook.platform.database.jooq.Tables.CURRENCY;
import static org.stockbook.platform.database.jooq.Tables.CURRENCY_EXCHANGE_RATE;
import static org.stockbook.platform.database.jooq.Tables.VAT_POSTING_SETUP;
import static org.stockbook.platform.records.RecordField.Trait.KEY;
import static org.stockbook.platform.records.RecordField.Trait.LISTED;
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
import org.stockbook.finance.SetupAccountCheck;
import org.stockbook.platform.records.Lookup;
import org.stockbook.platform.records.RecordType;
import org.stockbook.platform.records.RecordType.Codes;
import org.stockbook.platform.records.RecordType.Rules;
import org.stockbook.platform.rows.Kind;

/** Value added tax by pairs of groups, foreign currencies and their rates: fields, tables, rights (spec: finance, section 11). */
@Configuration(proxyBeanMethods = false)
class CurrencyRecords {
    private static final Lookup CURRENCIES = Lookup.of("currencies", CURRENCY, CURRENCY.ID, CURRENCY.CODE);

    @Bean
    RecordType vatPostingSetups(SetupAccountCheck check) {
        var setup = VAT_POSTING_SETUP;
        return RecordType.of("vatPostingSetups", setup, FinanceRecords.ACCESS, List.of(
                reference("taxBusinessPostingGroupCode", setup.VAT_BUSINESS_GROUP_ID, VAT_BUSINESS_GROUPS).with(KEY, LISTED),
                reference("taxProductPostingGroupCode", setup.VAT_PRODUCT_GROUP_ID, VAT_PRODUCT_GROUPS).with(KEY, LISTED),
                of("taxPercentage", Kind.QUANTITY, setup.VAT_PERCENTAGE).with(LISTED),
                choice("taxCalculationType", setup.CALCULATION_TYPE).with(LISTED),
                code("taxIdentifier", setup.VAT_IDENTIFIER).with(LISTED),
                account("salesTaxAccountNumber", setup.SALES_VAT_ACCOUNT_ID).with(LISTED),
                account("purchaseTaxAccountNumber", setup.PURCHASE_VAT_ACCOUNT_ID).with(LISTED),
                account("reverseChargeTaxAccountNumber", setup.REVERSE_CHARGE_VAT_ACCOUNT_ID),
                flag("blocked", setup.BLOCKED).with(LISTED)))
                .with(new Rules(List.of(), List.of(check), List.of(), List.of(), Codes.COMMON));
    }

    @Bean
    RecordType currencies(SetupAccountCheck check) {
        return RecordType.of("currencies", CURRENCY, FinanceRecords.ACCESS, List.of(
                code("code", CURRENCY.CODE).with(KEY, REQUIRED, LISTED),
                text("displayName", CURRENCY.DESCRIPTION).with(LISTED),
                account("realizedGainsAccountNumber", CURRENCY.REALIZED_GAINS_ACCOUNT_ID).with(LISTED),
                account("realizedLossesAccountNumber", CURRENCY.REALIZED_LOSSES_ACCOUNT_ID).with(LISTED)))
                .with(new Rules(List.of(), List.of(check), List.of(), List.of(), Codes.COMMON));
    }

    @Bean
    RecordType currencyExchangeRates() {
        var rate = CURRENCY_EXCHANGE_RATE;
        return RecordType.of("currencyExchangeRates", rate, FinanceRecords.ACCESS, List.of(
                reference("currencyCode", rate.CURRENCY_ID, CURRENCIES).with(KEY, REQUIRED, LISTED),
                of("startingDate", Kind.DATE, rate.STARTING_DATE).with(KEY, REQUIRED, LISTED),
                of("exchangeRateAmount", Kind.UNIT_AMOUNT, rate.EXCHANGE_RATE_AMOUNT).with(REQUIRED, LISTED),
                of("relationalExchangeRateAmount", Kind.UNIT_AMOUNT, rate.RELATIONAL_EXCHANGE_RATE_AMOUNT).with(REQUIRED, LISTED)));
    }
}
