package org.stockbook.items.web;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.stockbook.items.ItemUse;
import org.stockbook.items.attributes.VariantAttributes;
import org.stockbook.items.cards.CopyItem;
import org.stockbook.items.cards.CreateStockkeepingUnits;
import org.stockbook.items.cards.CreateStockkeepingUnits.Existing;
import org.stockbook.items.cards.ItemParts.Part;
import org.stockbook.items.cards.ItemParts.Per;
import org.stockbook.items.cards.ItemParts.StockkeepingRequest;
import org.stockbook.items.cards.CardTemplates;
import org.stockbook.platform.records.RecordOutcome;
import org.stockbook.web.Problem;

/** What can be done with items beyond changing their fields (spec: api, section 11). Items are addressed by their number. */
@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
class ItemEndpoint {
    private static final String ITEM = "/items/number:{number}";

    private final CopyItem copy;
    private final CardTemplates templates;
    private final CreateStockkeepingUnits units;
    private final VariantAttributes variants;
    private final ItemUse items;

    ItemEndpoint(CopyItem copy, CardTemplates templates, CreateStockkeepingUnits units, VariantAttributes variants, ItemUse items) {
        this.copy = copy;
        this.templates = templates;
        this.units = units;
        this.variants = variants;
        this.items = items;
    }

    /**
     * How an item is copied.
     *
     * @param parts what is copied of what hangs on it, for instance {@code variants}; everything where it is absent
     */
    record CopyBody(@Nullable String targetNumber, @Nullable String numberSeriesCode, @Nullable Integer copies, @Nullable List<String> parts) {}

    @PostMapping(ITEM + "/copy")
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, Object> copy(@PathVariable String number, @RequestBody CopyBody body) {
        var request = new CopyItem.Request(number, text(body.targetNumber()).toUpperCase(Locale.ROOT), text(body.numberSeriesCode()), body.copies() == null ? 1 : body.copies(),
                body.parts() == null ? EnumSet.allOf(Part.class) : parts(body.parts()));
        return Map.of("items", RecordAnswers.rows("items", copy.copy(request, items.defaults().numberSeries())));
    }

    private static Set<Part> parts(List<String> words) {
        var parts = EnumSet.noneOf(Part.class);
        words.forEach(word -> parts.add(constant(Part.class, word, "parts")));
        return parts;
    }

    private static String text(@Nullable String given) {
        return given == null ? "" : given.strip();
    }

    /** {@code unitsOfMeasure} is UNITS_OF_MEASURE. */
    private static <T extends Enum<T>> T constant(Class<T> type, String word, String field) {
        return Arrays.stream(type.getEnumConstants()).filter(one -> one.name().replace("_", "").equalsIgnoreCase(word.strip()))
                .findFirst().orElseThrow(() -> Problem.of(400, "api.malformed", Map.of("field", field, "reason", word)));
    }

    record TemplateBody(@Nullable String templateCode, @Nullable String displayName) {}

    @PostMapping(ITEM + "/applyTemplate")
    Map<String, Object> applyTemplate(@PathVariable String number, @RequestBody TemplateBody body) {
        return RecordAnswers.rows("items", templates.apply(number, text(body.templateCode()).toUpperCase(Locale.ROOT))).getFirst();
    }

    @PostMapping(ITEM + "/saveAsTemplate")
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, Object> saveAsTemplate(@PathVariable String number, @RequestBody TemplateBody body) {
        return RecordAnswers.rows("itemTemplates", templates.saveAs(number, text(body.templateCode()), text(body.displayName()))).getFirst();
    }

    @PostMapping(ITEM + "/updateVariantAttributes")
    Map<String, Object> updateVariantAttributes(@PathVariable String number) {
        return Map.of("variants", variants.update(number));
    }

    /**
     * For which items, places and variants stockkeeping units are made.
     *
     * @param per location, variant or locationAndVariant
     */
    record UnitsBody(@Nullable List<String> itemNumbers, @Nullable String per, @Nullable List<String> locationCodes, @Nullable Boolean inStockOnly,
            @Nullable Boolean replaceExisting) {}

    @PostMapping("/stockkeepingUnits/createMany")
    Map<String, Object> createMany(@RequestBody UnitsBody body) {
        var request = new StockkeepingRequest(listed(body.itemNumbers()), body.per() == null ? Per.LOCATION : constant(Per.class, body.per(), "per"),
                listed(body.locationCodes()), Boolean.TRUE.equals(body.inStockOnly()));
        var outcome = units.create(request, Boolean.TRUE.equals(body.replaceExisting()) ? Existing.REPLACE : Existing.KEEP);
        var rows = RecordAnswers.rows("stockkeepingUnits", outcome);
        return outcome instanceof RecordOutcome.Saved saved
                ? Map.of("created", saved.created(), "changed", saved.changed(), "stockkeepingUnits", rows)
                : Map.of("stockkeepingUnits", rows);
    }

    @PostMapping(ITEM + "/createStockkeepingUnits")
    Map<String, Object> createForItem(@PathVariable String number, @RequestBody UnitsBody body) {
        return createMany(new UnitsBody(List.of(number), body.per(), body.locationCodes(), body.inStockOnly(), body.replaceExisting()));
    }

    private static List<String> listed(@Nullable List<String> given) {
        return given == null ? List.of() : given;
    }
}
