package org.stockbook.finance.store.dimensions;

import static java.util.stream.Collectors.groupingBy;
import static org.stockbook.platform.database.jooq.Tables.CUSTOMER;
import static org.stockbook.platform.database.jooq.Tables.DEFAULT_DIMENSION;
import static org.stockbook.platform.database.jooq.Tables.DIMENSION;
import static org.stockbook.platform.database.jooq.Tables.DIMENSION_VALUE;
import static org.stockbook.platform.database.jooq.Tables.GL_ACCOUNT;
import static org.stockbook.platform.database.jooq.Tables.ITEM;
import static org.stockbook.platform.database.jooq.Tables.ITEM_CATEGORY;
import static org.stockbook.platform.database.jooq.Tables.ITEM_CHARGE;
import static org.stockbook.platform.database.jooq.Tables.LOCATION;
import static org.stockbook.platform.database.jooq.Tables.VENDOR;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.stockbook.kernel.code.DimensionCode;
import org.stockbook.kernel.code.DimensionValueCode;
import org.stockbook.kernel.dimension.DefaultDimension;
import org.stockbook.kernel.dimension.DimensionOwner;
import org.stockbook.kernel.dimension.DimensionOwner.Kind;
import org.stockbook.kernel.dimension.ValuePosting;
import org.stockbook.platform.database.jooq.enums.MasterRecordType;

/** What cards say about dimensions. */
record DefaultDimensionRows(DSLContext database) {

    Map<DimensionOwner, List<DefaultDimension>> load(Collection<DimensionOwner> owners) {
        var said = owners.stream().collect(groupingBy(DimensionOwner::kind)).entrySet().stream()
                .flatMap(kind -> ofKind(kind.getKey(), kind.getValue().stream().map(DimensionOwner::card).collect(Collectors.toSet())))
                .collect(groupingBy(DefaultDimension::owner));
        var all = new HashMap<DimensionOwner, List<DefaultDimension>>();
        owners.forEach(owner -> all.put(owner, merged(
                said.getOrDefault(owner, List.of()), said.getOrDefault(new DimensionOwner(owner.kind(), ""), List.of()))));
        return all;
    }

    /** The kinds of cards of which at least one does more than propose. */
    Set<Kind> demanding() {
        return database.selectDistinct(DEFAULT_DIMENSION.RECORD_TYPE).from(DEFAULT_DIMENSION)
                .where(DEFAULT_DIMENSION.VALUE_POSTING.ne(org.stockbook.platform.database.jooq.enums.ValuePosting.NONE).or(DEFAULT_DIMENSION.ALLOWED_VALUES.ne("")))
                .fetchSet(row -> Kind.valueOf(row.value1().getLiteral()));
    }

    /** A card's own saying about a dimension goes before that of its kind. */
    private static List<DefaultDimension> merged(List<DefaultDimension> own, List<DefaultDimension> ofKind) {
        var dimensions = new HashSet<>(own.stream().map(DefaultDimension::dimension).toList());
        return Stream.concat(own.stream(), ofKind.stream().filter(saying -> !dimensions.contains(saying.dimension()))).toList();
    }

    private Stream<DefaultDimension> ofKind(Kind kind, Set<String> cards) {
        Condition wanted = DEFAULT_DIMENSION.RECORD_ID.isNull();
        Field<String> card = DSL.inline("");
        var table = tableOf(kind);
        if (table.isPresent()) {
            var cardsTable = table.get();
            card = DSL.coalesce(DSL.field(DSL.select(cardsTable.code()).from(cardsTable.table()).where(cardsTable.id().eq(DEFAULT_DIMENSION.RECORD_ID))), DSL.inline(""));
            wanted = wanted.or(DEFAULT_DIMENSION.RECORD_ID.in(DSL.select(cardsTable.id()).from(cardsTable.table()).where(cardsTable.code().in(cards))));
        }
        return database.select(card, DIMENSION.CODE, DIMENSION_VALUE.CODE, DEFAULT_DIMENSION.VALUE_POSTING, DEFAULT_DIMENSION.ALLOWED_VALUES)
                .from(DEFAULT_DIMENSION)
                .join(DIMENSION).on(DIMENSION.ID.eq(DEFAULT_DIMENSION.DIMENSION_ID))
                .leftJoin(DIMENSION_VALUE).on(DIMENSION_VALUE.ID.eq(DEFAULT_DIMENSION.DIMENSION_VALUE_ID))
                .where(DEFAULT_DIMENSION.RECORD_TYPE.eq(MasterRecordType.valueOf(kind.name())).and(wanted))
                .fetch(row -> new DefaultDimension(new DimensionOwner(kind, row.value1()), new DimensionCode(row.value2()),
                        Optional.ofNullable(row.value3()).map(DimensionValueCode::new), ValuePosting.valueOf(row.value4().getLiteral()), values(row.value5())))
                .stream();
    }

    private static Set<DimensionValueCode> values(String list) {
        return Arrays.stream(list.split("[|,]")).map(String::strip).filter(code -> !code.isEmpty()).map(DimensionValueCode::new).collect(Collectors.toSet());
    }

    private static Optional<Cards> tableOf(Kind kind) {
        return switch (kind) {
            case GL_ACCOUNT -> Optional.of(new Cards(GL_ACCOUNT, GL_ACCOUNT.ID, GL_ACCOUNT.NO));
            case ITEM -> Optional.of(new Cards(ITEM, ITEM.ID, ITEM.NO));
            case ITEM_CATEGORY -> Optional.of(new Cards(ITEM_CATEGORY, ITEM_CATEGORY.ID, ITEM_CATEGORY.CODE));
            case CUSTOMER -> Optional.of(new Cards(CUSTOMER, CUSTOMER.ID, CUSTOMER.NO));
            case VENDOR -> Optional.of(new Cards(VENDOR, VENDOR.ID, VENDOR.NO));
            case LOCATION -> Optional.of(new Cards(LOCATION, LOCATION.ID, LOCATION.CODE));
            case ITEM_CHARGE -> Optional.of(new Cards(ITEM_CHARGE, ITEM_CHARGE.ID, ITEM_CHARGE.NO));
            case RESOURCE -> Optional.empty();
        };
    }

    private record Cards(Table<?> table, Field<Long> id, Field<String> code) {}
}
