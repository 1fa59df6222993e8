package org.stockbook.documents.calls;

import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.stockbook.documents.dossier.DocumentDeed;
import org.stockbook.web.View;
import org.stockbook.web.Views;
import org.stockbook.web.calls.Dossier.Deed;

/** What was done to documents, in the words of the page on which it was done (spec: ui, section 2.1). */
@Component
public class DeedWords {
    /** What is typed first, what follows from it behind: a new date moves others, a new quantity what is to be received. */
    private static final List<String> HEADER = List.of("posting_date", "document_date", "order_date", "requested_date", "valid_until", "shipment_date", "receipt_date", "due_date",
            "external_document_no", "partner_reference", "transfer_route", "in_transit_location_id", "to_location_id", "location_id", "ship_to_code", "ship_complete", "currency_id",
            "prices_include_vat", "payment_terms_id", "shipment_method_id", "applies_to_document_no", "reason_code", "responsibility_center_id", "assigned_user", "shipping_time");
    private static final List<String> LINE = List.of("item_id", "item_charge_id", "gl_account_id", "resource_no", "variant_id", "unit_of_measure_code", "quantity", "return_reason_id", "location_id",
            "unit_price", "line_discount_percentage", "over_receipt_quantity", "quantity_to_handle", "quantity_to_invoice", "description");
    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("posting_date", "postingDate"), Map.entry("document_date", "documentDate"), Map.entry("order_date", "orderDate"), Map.entry("requested_date", "requestedDate"),
            Map.entry("valid_until", "validUntilDate"), Map.entry("shipment_date", "shipmentDate"), Map.entry("receipt_date", "receiptDate"), Map.entry("due_date", "dueDate"),
            Map.entry("external_document_no", "externalDocumentNumber"), Map.entry("partner_reference", "reference"), Map.entry("transfer_route", "transferRoute"),
            Map.entry("in_transit_location_id", "inTransitCode"), Map.entry("to_location_id", "transferToCode"), Map.entry("location_id", "locationCode"),
            Map.entry("ship_to_code", "shipToCode"), Map.entry("ship_complete", "shipComplete"), Map.entry("currency_id", "currencyCode"), Map.entry("prices_include_vat", "pricesIncludeTax"),
            Map.entry("payment_terms_id", "paymentTermsCode"), Map.entry("shipment_method_id", "shipmentMethodCode"), Map.entry("applies_to_document_no", "appliesToDocumentNumber"), Map.entry("reason_code", "reasonCode"),
            Map.entry("responsibility_center_id", "responsibilityCenterCode"), Map.entry("assigned_user", "assignedUser"), Map.entry("shipping_time", "shippingTime"),
            Map.entry("item_id", "lineObjectNumber"), Map.entry("item_charge_id", "lineObjectNumber"), Map.entry("gl_account_id", "lineObjectNumber"),
            Map.entry("resource_no", "lineObjectNumber"), Map.entry("variant_id", "itemVariantCode"), Map.entry("unit_of_measure_code", "unitOfMeasureCode"),
            Map.entry("quantity", "quantity"), Map.entry("line_discount_percentage", "discountPercent"), Map.entry("over_receipt_quantity", "overReceiptQuantity"),
            Map.entry("quantity_to_invoice", "invoiceQuantity"), Map.entry("return_reason_id", "returnReasonCode"), Map.entry("description", "description"));

    private final Views views;

    DeedWords(Views views) {
        this.views = views;
    }

    /**
     * Deeds as they are shown.
     *
     * @param called columns that these documents call otherwise than all others, for instance the price
     * @param postedPage where posted documents of this kind are shown
     */
    public List<Deed> of(List<DocumentDeed> deeds, Map<String, String> called, String postedPage) {
        var view = views.current();
        var names = new HashMap<>(NAMES);
        names.putAll(called);
        return deeds.stream().map(deed -> new Deed(deed.at(), deed.login(), text(view, deed, names), link(deed, postedPage))).toList();
    }

    private static String text(View view, DocumentDeed deed, Map<String, String> names) {
        var line = view.formats().integer(deed.line());
        return switch (deed.kind()) {
            case CREATED -> view.text("activity.created");
            case RELEASED -> view.text("activity.released");
            case REOPENED -> view.text("activity.reopened");
            case FILE_ADDED -> view.text("activity.file-added", Map.of("file", deed.values().getOrDefault("fileName", "")));
            case FILE_REMOVED -> view.text("activity.file-removed", Map.of("file", deed.values().getOrDefault("fileName", "")));
            case LINE_ADDED -> view.text("activity.line-added", Map.of("line", line, "description", deed.values().getOrDefault("description", "")));
            case LINE_REMOVED -> view.text("activity.line-removed", Map.of("line", line, "description", deed.values().getOrDefault("description", "")));
            case CHANGED -> typed(view, deed, names, HEADER).orElseGet(() -> view.text("activity.changed"));
            case LINE_CHANGED -> typed(view, deed, names, LINE).map(typed -> view.text("activity.line", Map.of("line", line, "typed", typed)))
                    .orElseGet(() -> view.text("activity.line-changed", Map.of("line", line)));
            case POSTED -> view.text("activity.posted", Map.of("document", deed.values().getOrDefault("number", "")));
        };
    }

    /** The field that somebody typed in, and what; keys of rows mean nothing to people. */
    private static Optional<String> typed(View view, DocumentDeed deed, Map<String, String> names, List<String> order) {
        return order.stream().filter(deed.values()::containsKey).flatMap(column -> Stream.ofNullable(names.get(column)).map(name -> {
            var value = value(view, column, deed.values().getOrDefault(column, ""));
            var field = view.text("column." + name);
            return value.isEmpty() ? field : view.text("activity.typed", Map.of("field", field, "value", value));
        })).findFirst();
    }

    private static String value(View view, String column, String value) {
        if (value.isEmpty() || column.endsWith("_id") || column.equals("transfer_route") || value.equals("true") || value.equals("false")) {
            return "";
        }
        if (column.endsWith("_date") || column.equals("valid_until")) {
            return view.formats().date(LocalDate.parse(value));
        }
        if (column.startsWith("quantity") || column.endsWith("_quantity") || column.endsWith("_percentage")) {
            return view.formats().quantity(new BigDecimal(value));
        }
        return column.equals("unit_price") ? view.formats().unitAmount(new BigDecimal(value)) : value;
    }

    private static String link(DocumentDeed deed, String postedPage) {
        if (deed.kind() != DocumentDeed.Kind.POSTED) {
            return "";
        }
        var key = PreviewAnswers.word(deed.values().getOrDefault("type", "")) + "." + deed.values().getOrDefault("number", "");
        return "/" + postedPage + "/" + URLEncoder.encode(key, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
