package org.stockbook.organisation.store;

import static org.stockbook.platform.database.jooq.Tables.COMPANY;
import static org.stockbook.platform.database.jooq.Tables.LOCATION;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Row2;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;
import org.stockbook.organisation.CompanyName;
import org.stockbook.organisation.OrganisationRows;
import org.stockbook.organisation.WorkDate;
import org.stockbook.platform.rows.RowSource;
import org.stockbook.platform.rows.Sort;
import org.stockbook.platform.rows.TableRows;
import org.stockbook.platform.security.Permission;
import org.stockbook.platform.security.PermissionSet;

/** Reads the company and its locations. */
@Repository
class OrganisationRowsInPostgres implements OrganisationRows, CompanyName, WorkDate {
    private final DSLContext database;

    OrganisationRowsInPostgres(DSLContext database) {
        this.database = database;
    }

    /** The blank location is a place too, but none to choose. */
    @Override
    public RowSource locations() {
        var fields = new LinkedHashMap<String, Field<?>>();
        fields.put("code", LOCATION.CODE);
        fields.put("name", LOCATION.NAME);
        fields.put("inTransit", LOCATION.IN_TRANSIT);
        fields.put("blocked", LOCATION.BLOCKED);
        var named = database.selectFrom(LOCATION).where(LOCATION.ID.ne(0L)).asTable(LOCATION.getName());
        return new TableRows(database, _ -> named, fields, List.of(Sort.ascending("code")));
    }

    @Override
    public RowSource permissionSets() {
        var code = DSL.field(DSL.name("permission_sets", "code"), String.class);
        var permissions = DSL.field(DSL.name("permission_sets", "permissions"), String.class);
        var fields = new LinkedHashMap<String, Field<?>>();
        fields.put("code", code);
        fields.put("permissions", permissions);
        var sets = DSL.values(Arrays.stream(PermissionSet.values()).map(set -> DSL.row(DSL.inline(set.code()), DSL.inline(keys(set)))).toArray(Row2[]::new));
        return new TableRows(database, _ -> sets.as("permission_sets", "code", "permissions"), fields, List.of(Sort.ascending("code")));
    }

    private static String keys(PermissionSet set) {
        return set.permissions().stream().map(Permission::key).sorted().collect(Collectors.joining(" "));
    }

    @Override
    public String name() {
        return database.select(COMPANY.NAME).from(COMPANY).fetchOptional(COMPANY.NAME).orElse("");
    }

    @Override
    public String localCurrency() {
        return database.select(COMPANY.LOCAL_CURRENCY_CODE).from(COMPANY).fetchOptional(COMPANY.LOCAL_CURRENCY_CODE).orElse("");
    }

    @Override
    public LocalDate today() {
        return database.select(COMPANY.WORK_DATE).from(COMPANY).fetchOptional(COMPANY.WORK_DATE).orElseGet(() -> LocalDate.now(Clock.systemDefaultZone()));
    }
}
