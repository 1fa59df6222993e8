package org.stockbook.documents.store;

import static org.stockbook.platform.database.jooq.Tables.LOCATION;
import static org.stockbook.platform.database.jooq.Tables.RETURN_REASON;
import static org.stockbook.platform.database.jooq.Tables.SHIPMENT_METHOD;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Repository;
import org.stockbook.documents.editing.DocumentDefaults;
import org.stockbook.kernel.code.CurrencyCode;
import org.stockbook.kernel.code.LocationCode;
import org.stockbook.kernel.code.ProductGroup;
import org.stockbook.kernel.code.UnitCode;
import org.stockbook.kernel.code.VatProductGroup;
import org.stockbook.kernel.documents.DocumentHeader;
import org.stockbook.kernel.documents.LineCosts;
import org.stockbook.kernel.documents.LineSubject;
import org.stockbook.kernel.documents.ReturnReason;
import org.stockbook.kernel.documents.TradeSide;
import org.stockbook.kernel.documents.VatCalculation;
import org.stockbook.kernel.documents.VatTerms;
import org.stockbook.kernel.ledger.UnitUsed;
import org.stockbook.kernel.measure.DateFormula;
import org.stockbook.kernel.measure.ExchangeRate;
import org.stockbook.kernel.measure.Percentage;
import org.stockbook.kernel.measure.Price;
import org.stockbook.kernel.measure.UnitCost;
import org.stockbook.kernel.measure.UnitFactor;
import org.stockbook.kernel.measure.UnitQuantity;
import org.stockbook.kernel.origin.ReturnReasonCode;

/** Proposals from cards and setups, one query for each thing typed. */
@Repository
class DocumentDefaultsInPostgres implements DocumentDefaults {
    private static final String TERMS = """
            SELECT due_date_calculation, discount_date_calculation, discount_percentage, discount_on_credit_memos FROM payment_terms
            WHERE code = ?""";

    private static final String SHIP_TO = """
            SELECT concat_ws(E'\\n', nullif(a.name, ''), nullif(a.address, ''), nullif(a.address_2, ''),
                nullif(concat_ws(' ', nullif(a.post_code, ''), nullif(a.city, '')), ''), nullif(a.country_code, ''))
            FROM ship_to_address a JOIN customer c ON c.id = a.customer_id WHERE c.no = ? AND a.code = ?""";

    private static final String CENTER = """
            SELECT l.code FROM responsibility_center r JOIN location l ON l.id = r.location_id WHERE r.code = ?""";

    private static final String ITEM = """
            SELECT i.description, pg.code, vg.code, coalesce(s.vat_identifier, ''), coalesce(s.calculation_type::text, 'NORMAL'),
                coalesce(s.vat_percentage, 0), coalesce(bu.code, '') AS base_unit, i.indirect_cost_percentage, i.overhead_rate,
                i.unit_price, c.last_direct_cost, i.allow_invoice_discount, i.price_includes_vat
            FROM item i JOIN item_cost c ON c.item_id = i.id JOIN general_product_group pg ON pg.id = i.general_product_group_id
            JOIN vat_product_group vg ON vg.id = i.vat_product_group_id LEFT JOIN unit_of_measure bu ON bu.id = i.base_unit_of_measure_id
            LEFT JOIN vat_posting_setup s ON s.vat_product_group_id = vg.id
                AND s.vat_business_group_id = (SELECT id FROM vat_business_group WHERE code = ?)
            WHERE i.no = ? AND i.deleted_at IS NULL
                AND (? = '' OR EXISTS (SELECT FROM item_variant v WHERE v.item_id = i.id AND v.code = ?))""";
    private static final String FACTOR = """
            SELECT iu.quantity_per_unit FROM item_unit_of_measure iu JOIN item i ON i.id = iu.item_id
            JOIN unit_of_measure u ON u.id = iu.unit_of_measure_id WHERE i.no = ? AND u.code = ?""";

    private static final String TOLERANCE = """
            SELECT coalesce(own.tolerance_percentage, theirs.tolerance_percentage), coalesce(iu.quantity_rounding_precision, 0)
            FROM item i JOIN vendor v ON v.no = ? LEFT JOIN over_receipt_code own ON own.id = i.over_receipt_code_id
            LEFT JOIN over_receipt_code theirs ON theirs.id = v.over_receipt_code_id LEFT JOIN unit_of_measure u ON u.code = ?
            LEFT JOIN item_unit_of_measure iu ON iu.item_id = i.id AND iu.unit_of_measure_id = u.id
            WHERE i.no = ? AND coalesce(own.id, theirs.id) IS NOT NULL""";

    private static final String OTHER = """
            SELECT x.%2$s, pg.code, vg.code, coalesce(s.vat_identifier, ''), coalesce(s.calculation_type::text, 'NORMAL'), coalesce(s.vat_percentage, 0)
            FROM %1$s x JOIN general_product_group pg ON pg.id = x.general_product_group_id
            JOIN vat_product_group vg ON vg.id = x.vat_product_group_id
            LEFT JOIN vat_posting_setup s ON s.vat_product_group_id = vg.id
                AND s.vat_business_group_id = (SELECT id FROM vat_business_group WHERE code = ?)
            WHERE x.no = ?""";

    private static final String RATE = """
            SELECT r.exchange_rate_amount, r.relational_exchange_rate_amount FROM currency_exchange_rate r JOIN currency c ON c.id = r.currency_id
            WHERE c.code = ? AND r.starting_date <= ? ORDER BY r.starting_date DESC LIMIT 1""";

    private final DSLContext dsl;

    DocumentDefaultsInPostgres(DSLContext dsl) {
        this.dsl = dsl;
    }

    @Override
    public Optional<OfPartner> partner(TradeSide side, String number) {
        return PartnerRows.find(dsl, side, number.toUpperCase(Locale.ROOT));
    }

    @Override
    public boolean shipmentMethodExists(String code) {
        return dsl.fetchExists(SHIPMENT_METHOD, SHIPMENT_METHOD.CODE.eq(code));
    }

    @Override
    public Optional<OfReturnReason> returnReason(String code) {
        return dsl.select(RETURN_REASON.INVENTORY_VALUE_ZERO, LOCATION.CODE)
                .from(RETURN_REASON).join(LOCATION).on(LOCATION.ID.eq(RETURN_REASON.DEFAULT_LOCATION_ID)).where(RETURN_REASON.CODE.eq(code))
                .fetchOptional(row -> new OfReturnReason(new ReturnReason(new ReturnReasonCode(code), row.value1()), new LocationCode(row.value2())));
    }

    @Override
    public Optional<Terms> terms(String code) {
        return dsl.resultQuery(TERMS, code).fetchOptional(row -> new Terms(
                code, formula(text(row, 0)), formula(text(row, 1)), decimal(row, 2), row.get(3, Boolean.class)));
    }

    /** Formulas were read when they were typed. */
    private static DateFormula formula(String text) {
        return DateFormula.read(text).orElse(DateFormula.BLANK);
    }

    @Override
    public Optional<String> shipToAddress(String customer, String code) {
        return dsl.resultQuery(SHIP_TO, customer, code).fetchOptional(row -> text(row, 0));
    }

    @Override
    public Optional<LocationCode> center(String code) {
        return dsl.resultQuery(CENTER, code).fetchOptional(row -> new LocationCode(text(row, 0)));
    }

    @Override
    public Optional<OfLine> line(DocumentHeader header, LineSubject subject, String unit) {
        return switch (subject) {
            case LineSubject.OfItem item -> item(header, item, unit);
            case LineSubject.OfCharge charge -> other(header, charge.charge().code(), "item_charge", "description");
            case LineSubject.OfAccount account -> other(header, account.account().code(), "gl_account", "name");
            case LineSubject.OfResource _, LineSubject.OfText _ -> Optional.empty();
        };
    }

    private Optional<OfLine> item(DocumentHeader header, LineSubject.OfItem item, String unit) {
        var variant = item.variant().code();
        return dsl.resultQuery(ITEM, header.partner().vat().code(), item.item().code(), variant, variant).fetchOptional(row -> {
            var code = unit.isEmpty() ? text(row, 6) : unit;
            var factor = code.equals(text(row, 6)) ? Optional.of(UnitFactor.ONE) : factor(item, code);
            var used = new UnitUsed(new UnitCode(code), factor.orElse(UnitFactor.ONE));
            var perBase = header.side() == TradeSide.PURCHASE ? decimal(row, 10) : decimal(row, 9);
            var costs = header.side() == TradeSide.PURCHASE
                    ? LineCosts.overhead(new Percentage(decimal(row, 7)), UnitCost.of(decimal(row, 8)))
                    : LineCosts.NONE;
            return new OfLine(
                    text(row, 0), used, factor.isPresent(), Price.rounded(perBase.multiply(used.factor().value())), costs,
                    new ProductGroup(text(row, 1)), vat(row), row.get(11, Boolean.class),
                    header.side() == TradeSide.SALES && row.get(12, Boolean.class));
        });
    }

    @Override
    public Optional<Tolerance> tolerance(DocumentHeader header, LineSubject.OfItem item, UnitCode unit) {
        return dsl.resultQuery(TOLERANCE, header.partner().no().code(), unit.code(), item.item().code())
                .fetchOptional(row -> new Tolerance(new Percentage(decimal(row, 0)), UnitQuantity.of(decimal(row, 1))));
    }

    private Optional<UnitFactor> factor(LineSubject.OfItem item, String unit) {
        return dsl.resultQuery(FACTOR, item.item().code(), unit).fetchOptional(row -> new UnitFactor(decimal(row, 0)));
    }

    private Optional<OfLine> other(DocumentHeader header, String number, String table, String name) {
        return dsl.resultQuery(OTHER.formatted(table, name), header.partner().vat().code(), number).fetchOptional(row -> new OfLine(
                text(row, 0), UnitUsed.BASE, true, Price.ZERO, LineCosts.NONE, new ProductGroup(text(row, 1)), vat(row), true, false));
    }

    private static VatTerms vat(Record row) {
        return new VatTerms(
                new VatProductGroup(text(row, 2)), new VatTerms.VatRateName(text(row, 3)), VatCalculation.valueOf(text(row, 4)),
                new Percentage(decimal(row, 5)));
    }

    @Override
    public Optional<ExchangeRate> rate(CurrencyCode currency, LocalDate date) {
        return dsl.resultQuery(RATE, currency.code(), date).fetchOptional(row -> new ExchangeRate(decimal(row, 0), decimal(row, 1)));
    }

    @Override
    public boolean locationExists(String code) {
        return dsl.resultQuery("SELECT 1 FROM location WHERE code = ?", code).fetchOptional().isPresent();
    }

    private static String text(Record row, int column) {
        return row.get(column, String.class);
    }

    private static BigDecimal decimal(Record row, int column) {
        return row.get(column, BigDecimal.class);
    }
}
