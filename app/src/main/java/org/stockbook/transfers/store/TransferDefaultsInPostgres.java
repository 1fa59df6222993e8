package org.stockbook.transfers.store;

import static org.stockbook.platform.database.jooq.Tables.SHIPMENT_METHOD;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.stockbook.kernel.code.ItemNo;
import org.stockbook.kernel.code.LocationCode;
import org.stockbook.kernel.code.UnitCode;
import org.stockbook.kernel.code.VariantCode;
import org.stockbook.kernel.documents.transfer.TransferRoute;
import org.stockbook.kernel.measure.DateFormula;
import org.stockbook.kernel.measure.UnitFactor;
import org.stockbook.transfers.TransferDefaults;

/** Proposals from locations, routes and item cards. */
@Repository
class TransferDefaultsInPostgres implements TransferDefaults {
    private static final String PLACES =
            "SELECT code, in_transit, blocked, outbound_handling_time, inbound_handling_time FROM location WHERE code = ANY (?::text[])";
    private static final String ROUTE = """
            SELECT r.route::text, m.code, r.shipping_time FROM transfer_route r JOIN location f ON f.id = r.from_location_id
            JOIN location t ON t.id = r.to_location_id JOIN location m ON m.id = r.in_transit_location_id WHERE f.code = ? AND t.code = ?""";
    private static final String ITEMS = """
            SELECT i.no, i.description, coalesce(u.code, '') FROM item i LEFT JOIN unit_of_measure u ON u.id = i.base_unit_of_measure_id
            WHERE i.no = ANY (?::text[]) AND i.deleted_at IS NULL""";
    private static final String UNITS = """
            SELECT i.no, u.code, iu.quantity_per_unit FROM item_unit_of_measure iu JOIN item i ON i.id = iu.item_id
            JOIN unit_of_measure u ON u.id = iu.unit_of_measure_id WHERE i.no = ANY (?::text[])""";
    private static final String VARIANTS =
            "SELECT i.no, v.code, v.description FROM item_variant v JOIN item i ON i.id = v.item_id WHERE i.no = ANY (?::text[])";

    private final DSLContext dsl;

    TransferDefaultsInPostgres(DSLContext dsl) {
        this.dsl = dsl;
    }

    @Override
    public Map<LocationCode, Place> places(Collection<LocationCode> locations) {
        var places = new LinkedHashMap<LocationCode, Place>();
        dsl.fetch(PLACES, (Object) locations.stream().map(LocationCode::code).toArray(String[]::new)).forEach(row -> places.put(
                new LocationCode(row.get(0, String.class)),
                new Place(row.get(1, Boolean.class), row.get(2, Boolean.class), formula(row.get(3, String.class)), formula(row.get(4, String.class)))));
        return places;
    }

    /** Formulas were read when they were typed. */
    private static DateFormula formula(String text) {
        return DateFormula.read(text).orElse(DateFormula.BLANK);
    }

    @Override
    public Optional<Route> route(LocationCode from, LocationCode to) {
        return dsl.resultQuery(ROUTE, from.code(), to.code()).fetchOptional(row -> new Route(
                switch (row.get(0, String.class)) {
                    case "DIRECT_IN_ONE_STEP" -> new TransferRoute.DirectInOneStep();
                    case "DIRECT_IN_TWO_STEPS" -> new TransferRoute.DirectInTwoSteps();
                    default -> new TransferRoute.InTransit(new LocationCode(row.get(1, String.class)));
                },
                formula(row.get(2, String.class))));
    }

    @Override
    public boolean shipmentMethodExists(String code) {
        return dsl.fetchExists(SHIPMENT_METHOD, SHIPMENT_METHOD.CODE.eq(code));
    }

    @Override
    public Map<ItemNo, Goods> goods(Collection<ItemNo> items) {
        var wanted = items.stream().map(ItemNo::code).distinct().toArray(String[]::new);
        if (wanted.length == 0) {
            return Map.of();
        }
        var units = new HashMap<String, Map<UnitCode, UnitFactor>>();
        dsl.fetch(UNITS, (Object) wanted).forEach(row -> units.computeIfAbsent(row.get(0, String.class), _ -> new HashMap<>())
                .put(new UnitCode(row.get(1, String.class)), new UnitFactor(row.get(2, BigDecimal.class))));
        var variants = new HashMap<String, Map<VariantCode, String>>();
        dsl.fetch(VARIANTS, (Object) wanted).forEach(row -> variants.computeIfAbsent(row.get(0, String.class), _ -> new HashMap<>())
                .put(new VariantCode(row.get(1, String.class)), row.get(2, String.class)));
        var goods = new LinkedHashMap<ItemNo, Goods>();
        dsl.fetch(ITEMS, (Object) wanted).forEach(row -> {
            var no = row.get(0, String.class);
            goods.put(new ItemNo(no), new Goods(
                    row.get(1, String.class), new UnitCode(row.get(2, String.class)), units.getOrDefault(no, Map.of()), variants.getOrDefault(no, Map.of())));
        });
        return goods;
    }
}
