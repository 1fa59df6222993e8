package org.stockbook.organisation.store;

import static org.stockbook.platform.database.jooq.Tables.APP_USER;
import static org.stockbook.platform.database.jooq.Tables.COMPANY;
import static org.stockbook.platform.database.jooq.Tables.LOCATION;
import static org.stockbook.platform.database.jooq.Tables.NUMBER_SERIES;
import static org.stockbook.platform.database.jooq.Tables.NUMBER_SERIES_LINE;
import static org.stockbook.platform.database.jooq.Tables.USER_SETUP;
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
import java.util.Map;
import org.jooq.DSLContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.stockbook.organisation.DateRangeCheck;
import org.stockbook.organisation.SeriesLineCheck;
import org.stockbook.platform.records.Lookup;
import org.stockbook.platform.records.RecordType;
import org.stockbook.platform.records.RecordType.Access;
import org.stockbook.platform.records.RecordType.Codes;
import org.stockbook.platform.records.RecordType.Rules;
import org.stockbook.platform.rows.Kind;
import org.stockbook.platform.security.Permission;

/** The records of the organisation: fields, tables, rights. */
@Configuration(proxyBeanMethods = false)
class OrganisationRecords {
    private static final Access ACCESS = new Access(Permission.READ_ORGANISATION, Permission.CHANGE_ORGANISATION);
    private static final Lookup SERIES = Lookup.of("numberSeries", NUMBER_SERIES, NUMBER_SERIES.ID, NUMBER_SERIES.CODE);
    private static final Lookup USERS = Lookup.of("users", APP_USER, APP_USER.ID, APP_USER.LOGIN);

    @Bean
    RecordType companyInformation() {
        return RecordType.of("companyInformation", COMPANY, ACCESS, List.of(
                text("displayName", COMPANY.NAME).with(LISTED),
                code("currencyCode", COMPANY.LOCAL_CURRENCY_CODE).with(LISTED),
                text("languageTag", COMPANY.LANGUAGE_TAG).with(LISTED),
                text("addressLine1", COMPANY.ADDRESS),
                text("addressLine2", COMPANY.ADDRESS_2),
                code("postalCode", COMPANY.POST_CODE),
                text("city", COMPANY.CITY),
                code("countryCode", COMPANY.COUNTRY_CODE).with(LISTED),
                text("phoneNumber", COMPANY.PHONE_NO),
                text("email", COMPANY.EMAIL),
                text("taxRegistrationNumber", COMPANY.VAT_REGISTRATION_NO),
                text("bankAccount", COMPANY.BANK_ACCOUNT),
                of("workDate", Kind.DATE, COMPANY.WORK_DATE).with(LISTED))).onlyOne();
    }

    @Bean
    RecordType locations() {
        return RecordType.of("locations", LOCATION, ACCESS, List.of(
                code("code", LOCATION.CODE).with(KEY, REQUIRED, LISTED),
                text("displayName", LOCATION.NAME).with(LISTED),
                flag("inTransit", LOCATION.IN_TRANSIT).with(LISTED),
                flag("binMandatory", LOCATION.BIN_MANDATORY).with(LISTED),
                flag("blocked", LOCATION.BLOCKED).with(LISTED),
                code("outboundHandlingTime", LOCATION.OUTBOUND_HANDLING_TIME),
                code("inboundHandlingTime", LOCATION.INBOUND_HANDLING_TIME)))
                .with(new Rules(List.of(), List.of(), List.of(), List.of(), new Codes("common.already-exists", "warehouse.location-not-empty")));
    }

    @Bean
    RecordType numberSeries() {
        return RecordType.of("numberSeries", NUMBER_SERIES, ACCESS, List.of(
                code("code", NUMBER_SERIES.CODE).with(KEY, REQUIRED, LISTED),
                text("description", NUMBER_SERIES.DESCRIPTION).with(LISTED),
                flag("defaultNumbers", NUMBER_SERIES.DEFAULT_NUMBERS).with(LISTED),
                flag("manualNumbers", NUMBER_SERIES.MANUAL_NUMBERS).with(LISTED),
                flag("dateOrder", NUMBER_SERIES.DATE_ORDER).with(LISTED)));
    }

    @Bean
    RecordType numberSeriesLines() {
        return RecordType.of("numberSeriesLines", NUMBER_SERIES_LINE, ACCESS, List.of(
                reference("numberSeriesCode", NUMBER_SERIES_LINE.NUMBER_SERIES_ID, SERIES).with(KEY, REQUIRED, LISTED),
                of("startingDate", Kind.DATE, NUMBER_SERIES_LINE.STARTING_DATE).with(KEY, LISTED),
                code("startingNumber", NUMBER_SERIES_LINE.STARTING_NUMBER).with(REQUIRED, LISTED),
                code("endingNumber", NUMBER_SERIES_LINE.ENDING_NUMBER).with(LISTED),
                code("warningNumber", NUMBER_SERIES_LINE.WARNING_NUMBER),
                of("incrementBy", Kind.COUNT, NUMBER_SERIES_LINE.INCREMENT_BY),
                of("lastNumberUsed", Kind.CODE, NUMBER_SERIES_LINE.LAST_NUMBER_USED).with(READ_ONLY, LISTED),
                of("lastDateUsed", Kind.DATE, NUMBER_SERIES_LINE.LAST_DATE_USED).with(READ_ONLY, LISTED),
                flag("open", NUMBER_SERIES_LINE.IS_OPEN),
                flag("allowGaps", NUMBER_SERIES_LINE.ALLOW_GAPS).with(LISTED)))
                .with(new Rules(List.of(), List.of(new SeriesLineCheck()), List.of(), List.of(), Codes.COMMON));
    }

    @Bean
    RecordType users(DSLContext database) {
        return RecordType.of("users", APP_USER, new Access(Permission.MANAGE_USERS, Permission.MANAGE_USERS), List.of(
                // Logins keep their case, so this is no code.
                text("login", APP_USER.LOGIN).with(KEY, REQUIRED, LISTED),
                text("displayName", APP_USER.DISPLAY_NAME).with(LISTED),
                choice("permissionSet", APP_USER.PERMISSION_SET).with(LISTED),
                text("languageTag", APP_USER.LANGUAGE_TAG).with(LISTED),
                flag("active", APP_USER.ACTIVE).with(LISTED)))
                .with(new Rules(List.of(), List.of(new LastAdministratorCheck(database), new LanguageCheck()),
                        List.of(changes -> changes.stream().map(change -> change.issue("login", "organisation.users-stay", Map.of())).toList()), List.of(), Codes.COMMON));
    }

    @Bean
    RecordType userSetups() {
        return RecordType.of("userSetups", USER_SETUP, new Access(Permission.READ_ORGANISATION, Permission.MANAGE_USERS), List.of(
                // Logins keep their case, so this is no code.
                reference("login", USER_SETUP.USER_ID, USERS).as(Kind.TEXT).with(KEY, REQUIRED, LISTED),
                of("allowPostingFrom", Kind.DATE, USER_SETUP.ALLOW_POSTING_FROM).with(LISTED),
                of("allowPostingTo", Kind.DATE, USER_SETUP.ALLOW_POSTING_TO).with(LISTED)))
                .with(new Rules(List.of(), List.of(new DateRangeCheck("allowPostingFrom", "allowPostingTo")), List.of(), List.of(), Codes.COMMON));
    }
}
