package org.stockbook.documents.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.stockbook.documents.Centers;
import org.stockbook.documents.Documents;
import org.stockbook.documents.calls.BodyReader;
import org.stockbook.documents.calls.Sent;
import org.stockbook.documents.charges.AssignCharges;
import org.stockbook.documents.charges.AssignCharges.Share;
import org.stockbook.kernel.code.DocumentNo;
import org.stockbook.kernel.documents.ChargeAssignment.Target;
import org.stockbook.kernel.documents.ChargeSplit;
import org.stockbook.kernel.documents.PostedLineKey;
import org.stockbook.kernel.measure.UnitQuantity;
import org.stockbook.kernel.origin.DocumentType;
import org.stockbook.kernel.posting.LineNo;
import org.stockbook.web.Problem;

/** Item charge lines: what they are assigned to (spec: api, section 11; purchasing, section 7). */
@RestController
@RequestMapping("/api/v1/{side:purchase|sales}" + DocumentEndpoint.KIND + "/number:{number}/{lines:(?:purchase|sales)[A-Za-z]+Lines}/{sequence}")
class ChargeEndpoint {
    private static final String ASSIGNMENTS = "/itemChargeAssignments";
    private static final String[] ROW = {"sequence", "documentType", "documentNumber", "documentSequence", "assignQuantity", "handleQuantity", "assignedQuantity", "amount"};
    private static final Map<String, ChargeSplit> METHODS = Map.of(
            "equally", ChargeSplit.EQUALLY, "amount", ChargeSplit.BY_AMOUNT, "weight", ChargeSplit.BY_WEIGHT, "volume", ChargeSplit.BY_VOLUME);

    private final AssignCharges charges;
    private final Documents documents;
    private final Centers centers;
    private final DocumentCalls calls;

    ChargeEndpoint(AssignCharges charges, Documents documents, Centers centers, DocumentCalls calls) {
        this.charges = charges;
        this.documents = documents;
        this.centers = centers;
        this.calls = calls;
    }

    @GetMapping(path = ASSIGNMENTS, produces = MediaType.APPLICATION_JSON_VALUE)
    String read(@PathVariable Map<String, String> path) {
        var resource = resource(path);
        calls.permissions().require(resource.read());
        var number = path.getOrDefault("number", "");
        var mine = centers.of(resource.side(), calls.permissions().login());
        var found = documents.find(DocumentCalls.key(resource, number)).filter(document -> mine.sees(document.particulars())).orElseThrow(() -> DocumentCalls.missing(resource.collection(), number));
        return calls.write(Map.of("value", DocumentAnswers.assignments(found, line(path))));
    }

    /** Adds an assignment to those that are there. */
    @PostMapping(path = ASSIGNMENTS, produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> add(@PathVariable Map<String, String> path, @RequestBody Map<String, Object> values,
            @RequestHeader(name = HttpHeaders.IF_MATCH, defaultValue = "") String version) {
        var resource = resource(path);
        var change = calls.changing(resource, path.getOrDefault("number", ""), version);
        var shares = new ArrayList<Share>();
        documents.find(change.key()).ifPresent(found -> found.charges().stream()
                .filter(row -> row.charge().equals(line(path)) && !row.toAssign().isZero())
                .forEach(row -> shares.add(new Share(row.target(), row.toAssign(), row.toHandle()))));
        shares.add(share(new BodyReader(values, ROW)));
        return calls.answer(resource, charges.assign(change, line(path), shares), Sent.nothing(change.key()));
    }

    /** Makes the given assignments all there are. */
    @PatchMapping(path = ASSIGNMENTS, produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> replace(@PathVariable Map<String, String> path, @RequestBody Map<String, Object> values,
            @RequestHeader(name = HttpHeaders.IF_MATCH, defaultValue = "") String version) {
        var resource = resource(path);
        var shares = new BodyReader(values, "value").list("value", ROW).stream().map(ChargeEndpoint::share).toList();
        var change = calls.changing(resource, path.getOrDefault("number", ""), version);
        return calls.answer(resource, charges.assign(change, line(path), shares), Sent.nothing(change.key()));
    }

    @DeleteMapping(path = ASSIGNMENTS, produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> clear(@PathVariable Map<String, String> path, @RequestHeader(name = HttpHeaders.IF_MATCH, defaultValue = "") String version) {
        var resource = resource(path);
        var change = calls.changing(resource, path.getOrDefault("number", ""), version);
        return calls.answer(resource, charges.assign(change, line(path), List.of()), Sent.nothing(change.key()));
    }

    /** Spreads the whole charge: equally, by amount, weight or volume. */
    @PostMapping(path = "/suggestCharges", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> suggest(@PathVariable Map<String, String> path, @RequestBody Map<String, Object> values,
            @RequestHeader(name = HttpHeaders.IF_MATCH, defaultValue = "") String version) {
        var resource = resource(path);
        var body = new BodyReader(values, "method", "targets");
        var method = body.text("method").orElse("equally");
        var split = Optional.ofNullable(METHODS.get(method)).orElseThrow(() -> Problem.wordUnknown("/method", "method", method, METHODS.keySet()));
        var targets = body.list("targets", ROW).stream().map(ChargeEndpoint::target).toList();
        var change = calls.changing(resource, path.getOrDefault("number", ""), version);
        return calls.answer(resource, charges.suggest(change, line(path), split, targets), Sent.nothing(change.key()));
    }

    private static Share share(BodyReader row) {
        var assign = quantity(row, "assignQuantity", UnitQuantity.ZERO);
        return new Share(target(row), assign, quantity(row, "handleQuantity", assign));
    }

    private static UnitQuantity quantity(BodyReader row, String name, UnitQuantity otherwise) {
        return row.text(name).map(text -> {
            try {
                return UnitQuantity.of(new BigDecimal(text));
            } catch (ArithmeticException | NumberFormatException bad) {
                throw BodyReader.unreadable(name, text);
            }
        }).orElse(otherwise);
    }

    private static Target target(BodyReader row) {
        if (row.has("sequence")) {
            return new Target.SameDocument(new LineNo(row.number("sequence")));
        }
        var word = row.text("documentType").orElse("");
        var type = List.of(DocumentType.values()).stream()
                .filter(one -> one.name().equals(word) || PostedResource.of(one).filter(kind -> kind.collection().equals(word)).isPresent()
                        || one == DocumentType.TRANSFER_RECEIPT && word.equals("transferReceipts"))
                .findFirst()
                .orElseThrow(() -> BodyReader.unreadable("documentType", word));
        return new Target.PostedGoods(new PostedLineKey(type, new DocumentNo(row.code("documentNumber")), new LineNo(row.number("documentSequence"))));
    }

    private static LineNo line(Map<String, String> path) {
        return new LineNo(DocumentCalls.parse(path.getOrDefault("sequence", ""), "sequence"));
    }

    private DocumentResource resource(Map<String, String> path) {
        return calls.resource(path.getOrDefault("side", "") + path.getOrDefault("kind", ""));
    }
}
