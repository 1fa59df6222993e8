package org.stockbook.documents.prices;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.stockbook.kernel.code.CurrencyCode;
import org.stockbook.kernel.code.ItemNo;
import org.stockbook.kernel.code.PartnerNo;
import org.stockbook.kernel.code.UnitCode;
import org.stockbook.kernel.code.VariantCode;
import org.stockbook.kernel.documents.TradeSide;
import org.stockbook.kernel.measure.Money;
import org.stockbook.kernel.measure.Percentage;
import org.stockbook.kernel.measure.Price;
import org.stockbook.kernel.measure.Quantity;
import org.stockbook.kernel.measure.UnitQuantity;

/** Price lists as they are kept. */
public interface PriceLists {
    /** Lines of active lists that hold for what is asked. */
    List<Listed> offers(Question question);

    /** Percentage of the invoice discount that a partner gets on an amount; empty for none. */
    Optional<Percentage> invoiceDiscount(TradeSide side, PartnerNo partner, CurrencyCode currency, Money amount);

    /** A pair of lines of active lists that say the price of the same thing, if this list were active: list and line of the other. */
    Optional<Twin> twin(TradeSide side, String list);

    /** Whether a list is active, so that its lines must not change. */
    boolean isActive(TradeSide side, String list);

    /** Another line about the same. */
    record Twin(String list, int line) {}

    /**
     * What is bought or sold.
     *
     * @param base the same quantity in base units
     */
    record Question(
            TradeSide side, PartnerNo partner, ItemNo item, VariantCode variant, UnitCode unit, UnitQuantity quantity, Quantity base,
            CurrencyCode currency, LocalDate date) {}

    /**
     * A line of a price list.
     *
     * @param price empty on lines that only give a discount
     * @param ofUnit the price is for the unit asked for; else for the base unit
     * @param currency that the price is in; blank for local currency
     * @param vatIncluded rate of the VAT that the price includes; empty where it includes none
     */
    record Listed(
            Optional<Price> price, Percentage discount, boolean ofUnit, boolean ofVariant, CurrencyCode currency,
            Optional<Percentage> vatIncluded, boolean allowLineDiscount, boolean allowInvoiceDiscount) {}
}
