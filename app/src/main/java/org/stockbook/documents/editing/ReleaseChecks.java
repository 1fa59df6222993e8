package org.stockbook.documents.editing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.stockbook.documents.DocumentIssues;
import org.stockbook.documents.DocumentKey;
import org.stockbook.documents.ItemCards;
import org.stockbook.documents.PostDocumentOutcome.DocumentIssue;
import org.stockbook.documents.StoredDocument;
import org.stockbook.inventory.InventoryPolicies;
import org.stockbook.kernel.code.ItemNo;
import org.stockbook.kernel.documents.DocumentKind;
import org.stockbook.kernel.documents.DocumentLine;
import org.stockbook.kernel.documents.LineSubject;
import org.stockbook.kernel.documents.TradeSide;
import org.stockbook.kernel.documents.posting.ItemCard;
import org.stockbook.kernel.documents.posting.DocumentRules;
import org.stockbook.kernel.documents.posting.PartnerState;

/** What stands against releasing a document: nothing on it, a blocked partner, lines that do not say what they must (spec: purchasing, section 2.6). */
@Component
class ReleaseChecks {
    private final DocumentDefaults defaults;
    private final ItemCards cards;
    private final InventoryPolicies policies;

    ReleaseChecks(DocumentDefaults defaults, ItemCards cards, InventoryPolicies policies) {
        this.defaults = defaults;
        this.cards = cards;
        this.policies = policies;
    }

    List<DocumentIssue> issues(StoredDocument stored, String user) {
        var lines = stored.document().lines();
        if (!stored.unread().isEmpty()) {
            return stored.unread();
        }
        if (lines.stream().allMatch(line -> line.subject().isText() || line.quantity().isZero())) {
            return List.of(new DocumentIssue(0, "common.nothing-to-release", Map.of()));
        }
        var blocked = defaults.partner(stored.key().side(), stored.document().header().partner().no().code())
                .map(DocumentDefaults.OfPartner::blocked)
                .orElse(PartnerState.Blocked.NONE);
        return isBlocked(stored.key(), blocked) ? List.of(blocked(stored.key().side(), blocked)) : missing(lines, user);
    }

    private List<DocumentIssue> missing(List<DocumentLine> lines, String user) {
        var policy = policies.of(user);
        var mandatory = new DocumentRules.Mandatory(policy.locationMandatory(), policy.variantMandatory());
        var items = lines.stream().map(DocumentLine::subject).filter(LineSubject.OfItem.class::isInstance).map(subject -> ((LineSubject.OfItem) subject).item()).toList();
        var known = cards.read(items, ItemCard.Blocking.NONE);
        var issues = new ArrayList<DocumentIssue>();
        for (var line : lines) {
            if (line.subject() instanceof LineSubject.OfItem item && !line.quantity().isZero()) {
                mandatory.missing(line, item, card(known, item.item())).ifPresent(refusal -> issues.add(DocumentIssues.of(refusal)));
            }
        }
        return issues;
    }

    private static ItemCard card(Map<ItemNo, ItemCard> known, ItemNo item) {
        var card = known.get(item);
        if (card == null) {
            throw new IllegalArgumentException("there is no item " + item);
        }
        return card;
    }

    /** The hardest block stops everything; what is shipped already may still be invoiced under the mildest (spec: sales, section 1). */
    static boolean isBlocked(DocumentKey key, PartnerState.Blocked blocked) {
        return switch (blocked) {
            case NONE, PAYMENTS -> false;
            case ALL -> true;
            case SHIPMENTS -> !key.kind().isReturn() && key.kind() != DocumentKind.INVOICE;
            case INVOICES -> !key.kind().isReturn();
        };
    }

    static DocumentIssue blocked(TradeSide side, PartnerState.Blocked blocked) {
        var code = switch (side) {
            case PURCHASE -> "purchasing.vendor-blocked";
            case SALES -> "sales.customer-blocked";
        };
        return new DocumentIssue(0, code, Map.of("level", blocked.name()));
    }
}
