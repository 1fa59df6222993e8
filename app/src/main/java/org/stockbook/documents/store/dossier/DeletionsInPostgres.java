package org.stockbook.documents.store.dossier;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;
import org.stockbook.documents.Centers;
import org.stockbook.documents.dossier.Deletions;
import org.stockbook.kernel.documents.TradeSide;
import org.stockbook.platform.database.jooq.enums.DocumentKind;
import org.stockbook.platform.identities.Identities;
import org.stockbook.platform.records.RecordType;
import org.stockbook.platform.records.RecordTypes;
import org.stockbook.platform.rows.Row;
import org.stockbook.platform.rows.RowSource;
import org.stockbook.platform.rows.Sort;
import org.stockbook.platform.rows.TableRows;
import org.stockbook.platform.security.Permission;
import org.stockbook.platform.security.Permissions;

/** Deletions as the database and the change log have noted them. */
@Repository
class DeletionsInPostgres implements Deletions {
    private static final Field<String> COLLECTION = DSL.field(DSL.name("deletion", "collection"), String.class);
    private static final Field<Long> CENTER = DSL.field(DSL.name("deletion", "responsibility_center_id"), Long.class);

    private final DSLContext database;
    private final RecordTypes types;
    private final Centers centers;
    private final Permissions permissions;
    private final Identities identities;

    DeletionsInPostgres(DSLContext database, RecordTypes types, Centers centers, Permissions permissions, Identities identities) {
        this.database = database;
        this.types = types;
        this.centers = centers;
        this.permissions = permissions;
        this.identities = identities;
    }

    @Override
    public RowSource rows() {
        var deletion = DSL.table(DSL.name("deletion"));
        var fields = new LinkedHashMap<String, Field<?>>();
        fields.put("entryNumber", DSL.field(DSL.name("deletion", "id"), Long.class));
        fields.put("resource", COLLECTION);
        fields.put("recordId", DSL.field(DSL.name("deletion", "record_id"), Long.class));
        fields.put("recordKey", DSL.field(DSL.name("deletion", "record_key"), String.class));
        fields.put("deletedDateTime", DSL.field(DSL.name("deletion", "deleted_at"), OffsetDateTime.class));
        fields.put(TableRows.CHANGE_NUMBER, DSL.field(DSL.name("deletion", "change_number"), Long.class));
        // A restriction without a table of its own: joined to a row that is always there.
        return new TableRows(database, _ -> deletion.join(DSL.selectOne().asTable("always")).on(visible()), fields, List.of(Sort.ascending("entryNumber"))).inWords(this::identified);
    }

    private Row identified(Row row) {
        var values = new LinkedHashMap<>(row.values());
        values.computeIfPresent("recordId", (_, key) -> identities.of(row.text("resource"), ((Number) key).longValue()));
        return new Row(values);
    }

    /** Of what the caller may read; documents of other centres are not there for who is limited to one. */
    private Condition visible() {
        var ways = new ArrayList<Condition>();
        ways.add(COLLECTION.in(types.all().stream().filter(type -> permissions.has(type.read())).map(RecordType::collection).toList()));
        for (var side : TradeSide.values()) {
            if (permissions.has(side == TradeSide.PURCHASE ? Permission.READ_PURCHASING : Permission.READ_SALES)) {
                var ofSide = COLLECTION.in(collections(side.name()));
                ways.add(centers.of(side, permissions.login()).limitedTo().map(only -> ofSide.and(CENTER.eq(
                        DSL.field("(SELECT id FROM responsibility_center WHERE code = {0})", Long.class, DSL.val(only))))).orElse(ofSide));
            }
        }
        if (permissions.has(Permission.READ_INVENTORY)) {
            ways.add(COLLECTION.in(collections("TRANSFER")));
        }
        return DSL.or(ways);
    }

    private static List<String> collections(String side) {
        return Arrays.stream(DocumentKind.values()).map(DocumentKind::getLiteral).filter(kind -> kind.startsWith(side)).map(DeletionsInPostgres::camelCase)
                .flatMap(one -> Stream.of(one + "s", one + "Lines")).toList();
    }

    private static String camelCase(String kind) {
        var words = kind.toLowerCase(Locale.ROOT).split("_");
        return words[0] + Arrays.stream(words).skip(1).map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1)).collect(Collectors.joining());
    }
}
