package org.stockbook.documents.web;

import static org.stockbook.documents.editing.HeaderChange.Field.APPLIES_TO;
import static org.stockbook.documents.editing.HeaderChange.Field.ASSIGNED_USER;
import static org.stockbook.documents.editing.HeaderChange.Field.CENTER;
import static org.stockbook.documents.editing.HeaderChange.Field.CURRENCY;
import static org.stockbook.documents.editing.HeaderChange.Field.DIMENSIONS;
import static org.stockbook.documents.editing.HeaderChange.Field.DOCUMENT_DATE;
import static org.stockbook.documents.editing.HeaderChange.Field.DUE_DATE;
import static org.stockbook.documents.editing.HeaderChange.Field.EXTERNAL;
import static org.stockbook.documents.editing.HeaderChange.Field.INVOICE_DISCOUNT_AMOUNT;
import static org.stockbook.documents.editing.HeaderChange.Field.INVOICE_DISCOUNT_PERCENTAGE;
import static org.stockbook.documents.editing.HeaderChange.Field.LOCATION;
import static org.stockbook.documents.editing.HeaderChange.Field.ORDER_DATE;
import static org.stockbook.documents.editing.HeaderChange.Field.PAYMENT_TERMS;
import static org.stockbook.documents.editing.HeaderChange.Field.POSTING_DATE;
import static org.stockbook.documents.editing.HeaderChange.Field.PRICES_INCLUDE_VAT;
import static org.stockbook.documents.editing.HeaderChange.Field.REASON;
import static org.stockbook.documents.editing.HeaderChange.Field.REFERENCE;
import static org.stockbook.documents.editing.HeaderChange.Field.REQUESTED_DATE;
import static org.stockbook.documents.editing.HeaderChange.Field.SHIPMENT_METHOD;
import static org.stockbook.documents.editing.HeaderChange.Field.SHIP_COMPLETE;
import static org.stockbook.documents.editing.HeaderChange.Field.SHIP_TO;
import static org.stockbook.documents.editing.HeaderChange.Field.VALID_UNTIL;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.stockbook.documents.AsTyped;
import org.stockbook.documents.DocumentKey;
import org.stockbook.documents.RawInput;
import org.stockbook.documents.calls.BodyReader;
import org.stockbook.documents.calls.TypedLine;
import org.stockbook.documents.editing.HeaderChange;
import org.stockbook.documents.editing.LineChange;
import org.stockbook.documents.editing.LineChange.LineType;
import org.stockbook.kernel.code.DocumentNo;
import org.stockbook.kernel.documents.posting.PostingChoice;
import org.stockbook.web.Problem;

/** What a request says of a document, read strictly: an unknown property is an error, never ignored (spec: api, section 3). */
final class DocumentBody {
    static final String OVER_RECEIPT = "overReceiptQuantity";
    static final String RETURN_REASON = "returnReasonCode";
    private static final String INVOICE = "invoice";
    private static final Map<String, LineType> LINE_TYPES = Map.of(
            "item", LineType.ITEM, "charge", LineType.CHARGE, "account", LineType.ACCOUNT, "resource", LineType.RESOURCE, "comment", LineType.TEXT);

    private static final Map<String, HeaderChange.Field> HEADER = Map.ofEntries(
            Map.entry("postingDate", POSTING_DATE), Map.entry("documentDate", DOCUMENT_DATE), Map.entry("dueDate", DUE_DATE),
            Map.entry("orderDate", ORDER_DATE), Map.entry("requestedDate", REQUESTED_DATE), Map.entry("validUntilDate", VALID_UNTIL),
            Map.entry("currencyCode", CURRENCY), Map.entry("pricesIncludeTax", PRICES_INCLUDE_VAT),
            Map.entry("paymentTermsCode", PAYMENT_TERMS), Map.entry("locationCode", LOCATION), Map.entry("shipToCode", SHIP_TO),
            Map.entry("shipmentMethodCode", SHIPMENT_METHOD), Map.entry("shipComplete", SHIP_COMPLETE), Map.entry("externalDocumentNumber", EXTERNAL), Map.entry("reference", REFERENCE),
            Map.entry("appliesToDocumentNumber", APPLIES_TO), Map.entry("invoiceDiscountPercent", INVOICE_DISCOUNT_PERCENTAGE),
            Map.entry("invoiceDiscountAmount", INVOICE_DISCOUNT_AMOUNT), Map.entry("dimensionSetId", DIMENSIONS),
            Map.entry("reasonCode", REASON), Map.entry("responsibilityCenterCode", CENTER), Map.entry("assignedUser", ASSIGNED_USER));

    private final DocumentResource resource;
    private final Map<String, Object> values;
    private final Set<String> choices;
    private final Where where;

    DocumentBody(DocumentResource resource, Map<String, Object> values) {
        this(resource, values, false);
    }

    /** @param lenient whether lines keep as text what cannot be taken */
    DocumentBody(DocumentResource resource, Map<String, Object> values, boolean lenient) {
        this(resource, values, Set.of(), new Where("", lenient));
    }

    private DocumentBody(DocumentResource resource, Map<String, Object> values, Set<String> choices, Where where) {
        this.resource = resource;
        this.values = values;
        this.choices = choices;
        this.where = where;
    }

    /**
     * Where values stand and how they are read.
     *
     * @param place in the request, as RFC 6901 points at it
     * @param lenient whether lines keep as text what cannot be taken
     */
    private record Where(String place, boolean lenient) {}

    /** A document that is posted as soon as it is there; it also says what of it: everything where it says nothing. */
    static DocumentBody toPost(DocumentResource resource, Map<String, Object> values) {
        return new DocumentBody(resource, values, Set.of(resource.handle(), INVOICE), new Where("", false));
    }

    PostingChoice choice() {
        return new PostingChoice(truth(resource.handle()).orElse(true), truth(INVOICE).orElse(true));
    }

    DocumentKey key() {
        return new DocumentKey(resource.side(), resource.kind(), new DocumentNo(code("number").orElse("")));
    }

    /** What may be said of a header, and what it is. */
    static Map<String, Class<?>> headerFields() {
        var fields = new TreeMap<String, Class<?>>();
        HEADER.forEach((name, field) -> fields.put(name, field.type()));
        return fields;
    }

    /** What may be said of a line, and what it is. */
    static Map<String, Class<?>> lineFields(DocumentResource resource) {
        var fields = new TreeMap<String, Class<?>>();
        for (var text : List.of("lineType", "lineObjectNumber", "itemVariantCode", "description", "locationCode", "unitOfMeasureCode")) {
            fields.put(text, String.class);
        }
        for (var figure : List.of("quantity", resource.price(), "discountPercent", "unitCostLcy", resource.toHandle(), "invoiceQuantity")) {
            fields.put(figure, BigDecimal.class);
        }
        if (resource.mayReceiveMore()) {
            fields.put(OVER_RECEIPT, BigDecimal.class);
        }
        if (resource.kind().isReturn()) {
            fields.put(RETURN_REASON, String.class);
        }
        fields.put("appliesToEntryNumber", Long.class);
        fields.put("appliesFromEntryNumber", Long.class);
        return fields;
    }

    String partner() {
        return text(resource.partner()).orElse("");
    }

    HeaderChange header() {
        var names = new HashSet<>(Set.of("number", resource.lines()));
        names.addAll(HEADER.keySet());
        names.add(resource.partner());
        names.addAll(choices);
        known(names);
        var typed = new EnumMap<HeaderChange.Field, Object>(HeaderChange.Field.class);
        HEADER.forEach((name, field) -> value(name, field).ifPresent(value -> typed.put(field, value)));
        return new HeaderChange(typed);
    }

    private Optional<?> value(String name, HeaderChange.Field field) {
        var type = field.type();
        if (type == LocalDate.class) {
            return date(name);
        }
        if (type == Boolean.class) {
            return truth(name);
        }
        if (type == BigDecimal.class) {
            return decimal(name);
        }
        if (type == Long.class) {
            return decimal(name).map(this::whole);
        }
        return name.endsWith("Code") || field == APPLIES_TO ? code(name) : text(name);
    }

    List<LineChange> lines() {
        var read = new ArrayList<LineChange>();
        if (values.get(resource.lines()) instanceof List<?> lines) {
            for (var line : lines) {
                var at = "/" + resource.lines() + "/" + read.size();
                read.add(new DocumentBody(resource, mapOf(line, at), Set.of(), new Where(at, where.lenient())).line(0));
            }
        }
        return read;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> mapOf(Object value, String at) {
        if (value instanceof Map<?, ?> map) {
            return (Map<String, Object>) map;
        }
        throw Problem.at(400, "api.malformed", at, Map.of("reason", at));
    }

    LineChange line(int sequence) {
        return line(sequence, Map.of());
    }

    /** @param before texts of the line that could not be taken before */
    LineChange line(int sequence, Map<String, RawInput> before) {
        known(lineFields(resource).keySet());
        var line = new TypedLine(values, before, where.lenient());
        return new DocumentBody(resource, line.values(), Set.of(), where).line(sequence, line);
    }

    private LineChange line(int sequence, TypedLine line) {
        var change = new LineChange(
                sequence, line.read("lineType", () -> text("lineType").map(this::lineType)), code("lineObjectNumber"), code("itemVariantCode"), text("description"),
                code("locationCode"), code("unitOfMeasureCode"), figure(line, "quantity"), figure(line, resource.price()), figure(line, "discountPercent"),
                figure(line, "unitCostLcy"), figure(line, resource.toHandle()), figure(line, "invoiceQuantity"), entry(line, "appliesToEntryNumber"),
                entry(line, "appliesFromEntryNumber"), figure(line, OVER_RECEIPT), code(RETURN_REASON), AsTyped.NOTHING);
        return change.as(line.typed());
    }

    private Optional<BigDecimal> figure(TypedLine line, String name) {
        return line.read(name, () -> decimal(name));
    }

    private Optional<Long> entry(TypedLine line, String name) {
        return line.read(name, () -> decimal(name).map(this::whole));
    }

    private LineType lineType(String type) {
        return Optional.ofNullable(LINE_TYPES.get(type)).orElseThrow(() -> Problem.wordUnknown(where.place() + "/lineType", "lineType", type, LINE_TYPES.keySet()));
    }

    private long whole(BigDecimal number) {
        try {
            return number.longValueExact();
        } catch (ArithmeticException fraction) {
            throw unreadable("appliesToEntryNumber", number.toPlainString());
        }
    }

    private void known(Set<String> names) {
        BodyReader.known(where.place(), values, names);
    }

    private Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name)).map(Object::toString);
    }

    private Optional<String> code(String name) {
        return text(name).map(code -> code.strip().toUpperCase(Locale.ROOT));
    }

    private Optional<LocalDate> date(String name) {
        return read(name, LocalDate::parse);
    }

    Optional<Boolean> truth(String name) {
        return Optional.ofNullable(values.get(name)).map(value -> {
            if (value instanceof Boolean truth) {
                return truth;
            }
            throw unreadable(name, value.toString());
        });
    }

    private Optional<BigDecimal> decimal(String name) {
        var found = read(name, BigDecimal::new);
        found.filter(number -> number.stripTrailingZeros().scale() > 5 || number.precision() - number.scale() > 13).ifPresent(_ -> {
            throw Problem.at(422, "api.needs-rounding", where.place() + "/" + name, Map.of("field", name));
        });
        return found;
    }

    private <T> Optional<T> read(String name, Function<String, T> reader) {
        return text(name).map(value -> {
            try {
                return reader.apply(value);
            } catch (DateTimeException | NumberFormatException bad) {
                throw unreadable(name, value);
            }
        });
    }

    private Problem unreadable(String field, String value) {
        return Problem.at(422, "api.value-unreadable", where.place() + "/" + field, Map.of("field", field, "value", value));
    }
}
