package org.stockbook.items.cards;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import org.stockbook.items.CardSteps;
import org.stockbook.items.cards.ItemParts.Part;
import org.stockbook.organisation.CheckTypedNumber;
import org.stockbook.organisation.NextNumber;
import org.stockbook.organisation.TakeNumber;
import org.stockbook.platform.records.FindRecord;
import org.stockbook.platform.records.RecordField;
import org.stockbook.platform.records.RecordOutcome;
import org.stockbook.platform.records.RecordTypes;
import org.stockbook.platform.records.SaveRecords.Mode;
import org.stockbook.platform.rows.Row;
import org.stockbook.platform.security.Permission;
import org.stockbook.platform.security.Permissions;

/** Copies an item once or several times, with what is wanted of what hangs on it (spec: items, section 13). */
@Component
public class CopyItem {
    private static final Pattern ENDS_IN_DIGITS = Pattern.compile("(.*?)([0-9]+)$");
    private static final int MOST = 1000;
    /** A duplicate of a bar code would be wrong; a copy is not blocked for what blocked its model. */
    private static final Set<String> NEVER = Set.of("number", "gtin");
    private static final Set<String> UNITS = Set.of("baseUnitOfMeasureCode", "purchaseUnitOfMeasureCode", "salesUnitOfMeasureCode", "putAwayUnitOfMeasureCode");

    private final FindRecord find;
    private final RecordTypes types;
    private final CardSteps steps;
    private final ItemParts parts;
    private final TakeNumber numbers;
    private final CheckTypedNumber typedNumbers;
    private final Permissions permissions;

    CopyItem(FindRecord find, RecordTypes types, CardSteps steps, ItemParts parts, TakeNumber numbers, CheckTypedNumber typedNumbers, Permissions permissions) {
        this.find = find;
        this.types = types;
        this.steps = steps;
        this.parts = parts;
        this.numbers = numbers;
        this.typedNumbers = typedNumbers;
        this.permissions = permissions;
    }

    /**
     * What is wanted.
     *
     * @param target number of the first copy; blank to take numbers of the series
     * @param series blank for the series of items
     */
    public record Request(String source, String target, String series, int copies, Set<Part> parts) {
        public Request {
            parts = Set.copyOf(parts);
        }
    }

    /** All copies or none; the outcome holds their rows. */
    public RecordOutcome copy(Request request, String itemSeries) {
        permissions.require(Permission.CHANGE_ITEMS);
        return steps.all(() -> {
            var source = find.find("items", Map.of("number", request.source()));
            if (source.isEmpty()) {
                return new RecordOutcome.NotThere();
            }
            if (request.copies() < 1 || request.copies() > MOST) {
                throw steps.refused("copies", "api.malformed", Map.of("field", "copies", "reason", "1.." + MOST));
            }
            var targets = targets(request, request.series().isBlank() ? itemSeries : request.series());
            var fields = card(source.get(), request.parts().contains(Part.UNITS_OF_MEASURE));
            var rows = steps.saved("items", Mode.CREATE, targets.stream().map(number -> {
                var values = new LinkedHashMap<String, Object>(fields);
                values.put("number", number);
                return values;
            }).toList());
            parts.copy(request.source(), targets, request.parts());
            return new RecordOutcome.Saved(rows, rows.size(), 0);
        });
    }

    private List<String> targets(Request request, String series) {
        if (request.target().isBlank()) {
            return IntStream.range(0, request.copies()).mapToObj(_ -> switch (numbers.take(series, LocalDate.now(Clock.systemDefaultZone()))) {
                case NextNumber.Taken taken -> taken.number();
                case NextNumber.None none -> throw steps.refused("targetNumber", none.code(), none.parameters());
            }).toList();
        }
        typedNumbers.refusal(series, request.target()).ifPresent(refusal -> {
            throw steps.refused("targetNumber", refusal.code(), refusal.parameters());
        });
        return counted(request);
    }

    /** CHAIR-08, CHAIR-09, CHAIR-10. */
    private List<String> counted(Request request) {
        var digits = ENDS_IN_DIGITS.matcher(request.target().strip());
        if (request.copies() == 1) {
            return List.of(request.target().strip());
        }
        if (!digits.matches()) {
            throw steps.refused("targetNumber", "api.malformed", Map.of("field", "targetNumber", "reason", request.target()));
        }
        var first = new BigInteger(digits.group(2));
        var targets = new ArrayList<String>();
        for (int copy = 0; copy < request.copies(); copy++) {
            var number = first.add(BigInteger.valueOf(copy)).toString();
            targets.add(digits.group(1) + "0".repeat(Math.max(0, digits.group(2).length() - number.length())) + number);
        }
        return targets;
    }

    private Map<String, Object> card(Row source, boolean withUnits) {
        var values = new LinkedHashMap<String, Object>();
        types.of("items").fields().stream()
                .filter(field -> !field.is(RecordField.Trait.READ_ONLY) && !NEVER.contains(field.name()) && (withUnits || !UNITS.contains(field.name())))
                .forEach(field -> source.value(field.name())
                        .filter(value -> !(value instanceof BigDecimal figure) || figure.signum() != 0)
                        .ifPresent(value -> values.put(field.name(), value)));
        return values;
    }
}
