package org.stockbook.documents.store;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Repository;
import org.stockbook.documents.prices.PriceLists;
import org.stockbook.kernel.code.CurrencyCode;
import org.stockbook.kernel.code.PartnerNo;
import org.stockbook.kernel.documents.TradeSide;
import org.stockbook.kernel.measure.Money;
import org.stockbook.kernel.measure.Percentage;
import org.stockbook.kernel.measure.Price;

/** Price lists, asked for one line at a time by the item's index. */
@Repository
class PriceListsInPostgres implements PriceLists {
    private static final String OFFERS = """
            SELECT l.unit_price, %5$s, l.unit_of_measure_id IS NOT NULL, l.variant_id <> 0, c.code, %4$s,
                l.allow_line_discount, l.allow_invoice_discount
            FROM %1$s_price_list_line l JOIN %1$s_price_list p ON p.id = l.price_list_id JOIN item i ON i.id = l.item_id
            JOIN currency c ON c.id = p.currency_id LEFT JOIN unit_of_measure u ON u.id = l.unit_of_measure_id
            JOIN item_variant v ON v.id = l.variant_id JOIN %2$s partner ON partner.no = ?
            WHERE i.no = ? AND p.status = 'ACTIVE' AND c.code IN ('', ?) AND v.code IN ('', ?) AND (u.id IS NULL OR u.code = ?)
                AND l.minimum_quantity <= CASE WHEN u.id IS NULL THEN ?::numeric ELSE ?::numeric END
                AND ?::date BETWEEN coalesce(l.starting_date, p.starting_date, '-infinity') AND coalesce(l.ending_date, p.ending_date, 'infinity')
                AND (%3$s)""";

    private static final String OF_VENDORS = "p.vendor_id IS NULL OR p.vendor_id = partner.id";

    private static final String OF_CUSTOMERS = """
            num_nonnulls(p.customer_id, p.customer_price_group_id, p.customer_discount_group_id) = 0 OR p.customer_id = partner.id
                OR p.customer_price_group_id = partner.customer_price_group_id
                OR (p.customer_discount_group_id = partner.customer_discount_group_id AND l.unit_price IS NULL)""";

    private static final String VAT = """
            CASE WHEN p.prices_include_vat THEN (SELECT s.vat_percentage FROM vat_posting_setup s
                WHERE s.vat_business_group_id = p.vat_business_group_id AND s.vat_product_group_id = i.vat_product_group_id) END""";

    private static final String INVOICE_DISCOUNT = """
            SELECT d.discount_percentage FROM %1$s_invoice_discount d JOIN currency c ON c.id = d.currency_id
            JOIN %1$s p ON d.code = coalesce(nullif(p.invoice_discount_code, ''), p.no)
            WHERE p.no = ? AND c.code = ? AND d.minimum_amount <= ? ORDER BY d.minimum_amount DESC LIMIT 1""";

    private static final String TWIN = """
            SELECT op.code, o.line_no FROM %1$s_price_list p JOIN %1$s_price_list_line l ON l.price_list_id = p.id
            JOIN %1$s_price_list_line o ON o.item_id = l.item_id AND o.variant_id = l.variant_id AND o.id <> l.id
                AND o.unit_of_measure_id IS NOT DISTINCT FROM l.unit_of_measure_id AND o.minimum_quantity = l.minimum_quantity
                AND o.starting_date IS NOT DISTINCT FROM l.starting_date AND o.ending_date IS NOT DISTINCT FROM l.ending_date
                AND (o.unit_price IS NULL) = (l.unit_price IS NULL)
            JOIN %1$s_price_list op ON op.id = o.price_list_id AND op.currency_id = p.currency_id AND (op.id = p.id OR op.status = 'ACTIVE')
                AND op.starting_date IS NOT DISTINCT FROM p.starting_date AND op.ending_date IS NOT DISTINCT FROM p.ending_date AND %2$s
            WHERE p.code = ? LIMIT 1""";

    private final DSLContext dsl;

    PriceListsInPostgres(DSLContext dsl) {
        this.dsl = dsl;
    }

    private static String name(TradeSide side) {
        return side == TradeSide.PURCHASE ? "purchase" : "sales";
    }

    private static String partner(TradeSide side) {
        return side == TradeSide.PURCHASE ? "vendor" : "customer";
    }

    @Override
    public List<Listed> offers(Question asked) {
        var purchase = asked.side() == TradeSide.PURCHASE;
        var query = OFFERS.formatted(name(asked.side()), partner(asked.side()), purchase ? OF_VENDORS : OF_CUSTOMERS, purchase ? "NULL::numeric" : VAT,
                purchase ? "l.line_discount_percentage" : "CASE WHEN partner.allow_line_discount THEN l.line_discount_percentage ELSE 0 END");
        return dsl.resultQuery(query, asked.partner().code(), asked.item().code(), asked.currency().code(), asked.variant().code(), asked.unit().code(),
                asked.base().value().abs(), asked.quantity().value().abs(), asked.date()).fetch(PriceListsInPostgres::listed);
    }

    private static Listed listed(Record row) {
        return new Listed(
                Optional.ofNullable(row.get(0, BigDecimal.class)).map(Price::new), new Percentage(row.get(1, BigDecimal.class)),
                row.get(2, Boolean.class), row.get(3, Boolean.class), new CurrencyCode(row.get(4, String.class)),
                Optional.ofNullable(row.get(5, BigDecimal.class)).map(Percentage::new), row.get(6, Boolean.class), row.get(7, Boolean.class));
    }

    @Override
    public Optional<Percentage> invoiceDiscount(TradeSide side, PartnerNo partner, CurrencyCode currency, Money amount) {
        return dsl.resultQuery(INVOICE_DISCOUNT.formatted(partner(side)), partner.code(), currency.code(), amount.value())
                .fetchOptional(row -> new Percentage(row.get(0, BigDecimal.class)));
    }

    @Override
    public Optional<Twin> twin(TradeSide side, String list) {
        var same = side == TradeSide.PURCHASE
                ? "op.vendor_id IS NOT DISTINCT FROM p.vendor_id"
                : "(op.customer_id, op.customer_price_group_id, op.customer_discount_group_id) IS NOT DISTINCT FROM"
                        + " (p.customer_id, p.customer_price_group_id, p.customer_discount_group_id)";
        return dsl.resultQuery(TWIN.formatted(name(side), same), list).fetchOptional(row -> new Twin(row.get(0, String.class), row.get(1, Integer.class)));
    }

    @Override
    public boolean isActive(TradeSide side, String list) {
        return dsl.resultQuery("SELECT 1 FROM %s_price_list WHERE code = ? AND status = 'ACTIVE'".formatted(name(side)), list).fetchOptional().isPresent();
    }
}
