package org.stockbook.kernel.items;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stockbook.kernel.code.ItemNo;
import org.stockbook.kernel.code.PartnerNo;
import org.stockbook.kernel.code.UnitCode;
import org.stockbook.kernel.code.VariantCode;
import org.stockbook.kernel.items.CatalogNumber.Format;
import org.stockbook.kernel.items.ReferenceChoice.Audience;
import org.stockbook.kernel.items.ReferenceChoice.Kind;
import org.stockbook.kernel.items.ReferenceChoice.Reference;
import org.stockbook.kernel.measure.Percentage;
import org.stockbook.kernel.measure.Price;
import org.stockbook.kernel.measure.Quantity;
import org.stockbook.kernel.measure.UnitCost;
import org.stockbook.kernel.measure.UnitFactor;
import org.stockbook.kernel.measure.UnitQuantity;

class CardRulesTest {

    /** Spec: items, example 16.1. */
    @Test
    void profit_is_a_share_of_the_price_without_vat() {
        assertThat(Profit.of(Price.of("100"), UnitCost.of("60"), Percentage.ZERO)).isEqualTo(Percentage.of("40"));
        assertThat(Profit.of(Price.of("125"), UnitCost.of("60"), Percentage.of("25"))).isEqualTo(Percentage.of("40"));
        assertThat(Profit.of(Price.ZERO, UnitCost.of("60"), Percentage.ZERO)).isEqualTo(Percentage.ZERO);
        assertThat(Profit.of(Price.of("9"), UnitCost.ZERO, Percentage.ZERO)).isEqualTo(Percentage.ZERO);
    }

    /** Spec: items, example 16.1. */
    @ParameterizedTest
    @CsvSource({"60, 40, 125", "63, 40, 131.25", "60, 100, 7"})
    void a_price_leaves_the_profit_that_was_asked_for(String cost, String profit, String price) {
        assertThat(Profit.priceFor(UnitCost.of(cost), Percentage.of(profit), Percentage.of("25"), Price.of("7"))).isEqualTo(Price.of(price));
    }

    /** Spec: nonstock, example 7.1. */
    @ParameterizedTest
    @CsvSource({"LAMNA, AB-1077, -, LAMNA-AB-1077", "LAMNA, XL-SERIES-99887766, -, LAMNA-NS0012", "LAMNA, 123456789012345, '', LAMNA123456789012345",
        "LAMNA, 123456789012345, -, LAMNA-NS0012"})
    void a_catalogue_item_is_numbered_after_its_makers(String manufacturer, String vendorItem, String separator, String number) {
        var rule = new CatalogNumber(Format.MANUFACTURER_AND_VENDOR_ITEM_NUMBER, separator);

        assertThat(rule.of(new CatalogNumber.Names(vendorItem, manufacturer, "NS0012"))).isEqualTo(new CatalogNumber.Result.Numbered(new ItemNo(number)));
    }

    /** Spec: nonstock, section 1.3. */
    @Test
    void every_format_of_a_catalogue_number_has_its_rule() {
        var names = new CatalogNumber.Names("AB-1077", "LAMNA", "NS0012");

        assertThat(new CatalogNumber(Format.VENDOR_ITEM_NUMBER_AND_MANUFACTURER, "").of(names)).isEqualTo(new CatalogNumber.Result.Numbered(new ItemNo("AB-1077LAMNA")));
        assertThat(new CatalogNumber(Format.ENTRY_NUMBER, "-").of(names)).isEqualTo(new CatalogNumber.Result.Numbered(new ItemNo("NS0012")));
        assertThat(new CatalogNumber(Format.ITEM_NUMBER_SERIES, "").of(names)).isInstanceOf(CatalogNumber.Result.FromSeries.class);
        assertThat(new CatalogNumber(Format.VENDOR_ITEM_NUMBER, "").of(new CatalogNumber.Names("123456789012345678901", "", "")))
                .isInstanceOf(CatalogNumber.Result.TooLong.class);
    }

    /** Spec: items, example 16.7. */
    @Test
    void the_reference_of_the_partner_wins_and_others_never_count() {
        var ofVendor = reference(Kind.VENDOR, Optional.of("V10"), "1000");
        var barCode = reference(Kind.BAR_CODE, Optional.empty(), "2000");
        var both = List.of(ofVendor, barCode);

        assertThat(ReferenceChoice.among(both, audience(Kind.VENDOR, "V10"))).isEqualTo(new ReferenceChoice.Found(ofVendor));
        assertThat(ReferenceChoice.among(both, audience(Kind.VENDOR, "V20"))).isEqualTo(new ReferenceChoice.Found(barCode));
        assertThat(ReferenceChoice.among(both, audience(Kind.CUSTOMER, "V10"))).isEqualTo(new ReferenceChoice.Found(barCode));
        assertThat(ReferenceChoice.among(List.of(ofVendor), Audience.ANYBODY)).isInstanceOf(ReferenceChoice.Unknown.class);
        assertThat(ReferenceChoice.among(List.of(barCode, reference(Kind.NONE, Optional.empty(), "3000")), Audience.ANYBODY))
                .isInstanceOf(ReferenceChoice.Ambiguous.class);
    }

    private static Reference reference(Kind kind, Optional<String> partner, String item) {
        return new Reference(kind, partner.map(PartnerNo::new), new ItemNo(item), VariantCode.BLANK, Optional.of(new UnitCode("BOX")), "");
    }

    private static Audience audience(Kind kind, String partner) {
        return new Audience(kind, Optional.of(new PartnerNo(partner)));
    }

    /** Spec: items, examples 16.2 and 16.3. */
    @Test
    void a_quantity_is_rounded_in_the_base_unit_and_its_last_part_takes_what_is_left() {
        var whole = new UnitConversion(UnitFactor.of("6"), Quantity.ZERO, Quantity.of(1));
        var exact = new UnitConversion(UnitFactor.of("6"), Quantity.ZERO, Quantity.ZERO);

        assertThat(whole.toBase(UnitQuantity.of("0.83333"))).isEqualTo(base("5"));
        assertThat(exact.toBase(UnitQuantity.of("0.83333"))).isEqualTo(base("4.99998"));
        assertThat(whole.toBase(UnitQuantity.of("0.01"))).isInstanceOf(UnitConversion.Result.RoundsToZero.class);
        assertThat(whole.part(UnitQuantity.of("0.33334"), UnitQuantity.of("0.33334"), Quantity.of(2))).isEqualTo(base("2"));
        assertThat(exact.part(UnitQuantity.of("0.33334"), UnitQuantity.of("0.33334"), Quantity.of("2.00004"))).isEqualTo(base("2.00004"));
        assertThat(exact.fromBase(Quantity.of(4))).isEqualTo(UnitQuantity.of("0.66667"));
    }

    /** Spec: items, sections 2.1 and 2.3. */
    @Test
    void quantities_and_factors_keep_to_the_precision_of_their_unit() {
        assertThat(new UnitConversion(UnitFactor.of("6"), Quantity.of("0.5"), Quantity.ZERO).toBase(UnitQuantity.of("0.3")))
                .isEqualTo(new UnitConversion.Result.NotAligned(Quantity.of("0.5")));
        assertThat(new UnitConversion(UnitFactor.of("2.5"), Quantity.ZERO, Quantity.of(1)).isAligned()).isFalse();
    }

    private static UnitConversion.Result base(String quantity) {
        return new UnitConversion.Result.Base(Quantity.of(quantity));
    }

    @ParameterizedTest
    @ValueSource(strings = {"5701234567899", "036000291452", "96385074", "15012345678907"})
    void a_bar_code_ends_with_its_check_digit(String digits) {
        assertThat(GlobalTradeNumber.isValid(digits)).isTrue();
        assertThat(GlobalTradeNumber.isValid(digits.substring(0, digits.length() - 1) + (digits.charAt(digits.length() - 1) == '0' ? "1" : "0"))).isFalse();
        assertThat(GlobalTradeNumber.isValid(digits.substring(2))).isFalse();
    }

    /** Spec: items, section 10. */
    @ParameterizedTest
    @CsvSource({"INTEGER, 0012, 12", "INTEGER, 1.0, 1", "DECIMAL, 1.50, 1.5", "DECIMAL, 1E2, 100", "DATE, 2026-11-20, 2026-11-20", "BOOLEAN, ja, true", "TEXT, ' Oak ', Oak"})
    void equal_values_are_one_text(AttributeType type, String written, String canonical) {
        assertThat(type.canonical(written)).contains(canonical);
    }

    @ParameterizedTest
    @CsvSource({"INTEGER, 1.5", "INTEGER, many", "DECIMAL, 1.000001", "DECIMAL, 12345678901234", "DATE, 2026-02-30", "BOOLEAN, maybe", "OPTION, ''"})
    void what_is_no_value_of_its_type_is_none(AttributeType type, String written) {
        assertThat(type.canonical(written)).isEmpty();
    }
}
