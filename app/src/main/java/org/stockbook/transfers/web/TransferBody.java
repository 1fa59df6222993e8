package org.stockbook.transfers.web;

import static org.stockbook.transfers.TransferHeaderChange.Field.ASSIGNED_USER;
import static org.stockbook.transfers.TransferHeaderChange.Field.DIMENSIONS;
import static org.stockbook.transfers.TransferHeaderChange.Field.FROM;
import static org.stockbook.transfers.TransferHeaderChange.Field.IN_TRANSIT;
import static org.stockbook.transfers.TransferHeaderChange.Field.POSTING_DATE;
import static org.stockbook.transfers.TransferHeaderChange.Field.RECEIPT_DATE;
import static org.stockbook.transfers.TransferHeaderChange.Field.REFERENCE;
import static org.stockbook.transfers.TransferHeaderChange.Field.ROUTE;
import static org.stockbook.transfers.TransferHeaderChange.Field.SHIPMENT_DATE;
import static org.stockbook.transfers.TransferHeaderChange.Field.SHIPMENT_METHOD;
import static org.stockbook.transfers.TransferHeaderChange.Field.SHIPPING_TIME;
import static org.stockbook.transfers.TransferHeaderChange.Field.SHIP_COMPLETE;
import static org.stockbook.transfers.TransferHeaderChange.Field.TO;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.stockbook.documents.RawInput;
import org.stockbook.documents.calls.BodyReader;
import org.stockbook.documents.calls.TypedLine;
import org.stockbook.transfers.TransferHeaderChange;
import org.stockbook.transfers.TransferHeaderChange.Field;
import org.stockbook.transfers.TransferLineChange;

/** What a request says of a transfer order, read strictly: an unknown property is an error, never ignored (spec: api, section 3). */
final class TransferBody {
    /** The lines of an order, as the API calls them. */
    static final String LINES = "transferOrderLines";

    private static final Map<String, Field> HEADER = Map.ofEntries(
            Map.entry("transferFromCode", FROM), Map.entry("transferToCode", TO), Map.entry("transferRoute", ROUTE), Map.entry("inTransitCode", IN_TRANSIT),
            Map.entry("postingDate", POSTING_DATE), Map.entry("shipmentDate", SHIPMENT_DATE), Map.entry("receiptDate", RECEIPT_DATE),
            Map.entry("shippingTime", SHIPPING_TIME), Map.entry("externalDocumentNumber", REFERENCE), Map.entry("assignedUser", ASSIGNED_USER),
            Map.entry("shipmentMethodCode", SHIPMENT_METHOD), Map.entry("shipComplete", SHIP_COMPLETE), Map.entry("dimensionSetId", DIMENSIONS));
    private static final String[] LINE = {"lineType", "lineObjectNumber", "itemVariantCode", "description", "unitOfMeasureCode", "quantity", "shipQuantity",
        "receiveQuantity", "appliesToEntryNumber"};

    private TransferBody() {}

    /** What may be written of an order. */
    static Set<String> headerFields() {
        return HEADER.keySet();
    }

    /** What may be written of a line. */
    static Set<String> lineFields() {
        return Set.of(LINE);
    }

    private static BodyReader header(Map<String, Object> values) {
        return new BodyReader(values, Stream.concat(HEADER.keySet().stream(), Stream.of("number", LINES)).toArray(String[]::new));
    }

    static String number(Map<String, Object> values) {
        return header(values).code("number");
    }

    static TransferHeaderChange change(Map<String, Object> values) {
        var body = header(values);
        var typed = new EnumMap<Field, Object>(Field.class);
        HEADER.forEach((name, field) -> value(body, name, field).ifPresent(value -> typed.put(field, value)));
        return new TransferHeaderChange(typed);
    }

    private static Optional<?> value(BodyReader body, String name, Field field) {
        if (field.type() == LocalDate.class) {
            return body.date(name);
        }
        if (field.type() == Boolean.class) {
            return body.truth(name);
        }
        if (field.type() == Long.class) {
            return body.figure(name).map(number -> whole(name, number));
        }
        return field == ROUTE ? body.word(name, TransferAnswers.ROUTES) : name.endsWith("Code") ? body.text(name).map(_ -> body.code(name)) : body.text(name).map(String::strip);
    }

    /** @param lenient whether lines keep as text what cannot be taken */
    static List<TransferLineChange> lines(Map<String, Object> values, boolean lenient) {
        return header(values).list(LINES, LINE).stream().map(line -> line(line, 0, Map.of(), lenient)).toList();
    }

    /** @param before texts of the line that could not be taken before */
    static TransferLineChange line(Map<String, Object> values, int sequence, Map<String, RawInput> before, boolean lenient) {
        return line(new BodyReader(values, LINE), sequence, before, lenient);
    }

    private static TransferLineChange line(BodyReader sent, int sequence, Map<String, RawInput> before, boolean lenient) {
        var line = new TypedLine(sent.values(), before, lenient);
        var body = sent.with(line.values());
        line.read("lineType", () -> body.word("lineType", Set.of("item")));
        var quantity = line.read("quantity", () -> body.figure("quantity"));
        var toShip = line.read("shipQuantity", () -> body.figure("shipQuantity"));
        var toReceive = line.read("receiveQuantity", () -> body.figure("receiveQuantity"));
        var appliesTo = line.read("appliesToEntryNumber", () -> body.figure("appliesToEntryNumber").map(number -> whole("appliesToEntryNumber", number)));
        return new TransferLineChange(sequence, code(body, "lineObjectNumber"), code(body, "itemVariantCode"), body.text("description"), code(body, "unitOfMeasureCode"),
                quantity, toShip, toReceive, appliesTo, line.typed());
    }

    private static Optional<String> code(BodyReader body, String name) {
        return body.text(name).map(_ -> body.code(name));
    }

    private static long whole(String name, BigDecimal number) {
        try {
            return number.longValueExact();
        } catch (ArithmeticException fraction) {
            throw BodyReader.unreadable(name, number.toPlainString());
        }
    }
}
