package org.stockbook.documents.charges;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.stockbook.documents.PostDocumentOutcome.DocumentIssue;
import org.stockbook.documents.StoredDocument;
import org.stockbook.documents.editing.DocumentChanged;
import org.stockbook.documents.editing.EditDocument;
import org.stockbook.documents.editing.EditDocument.Edit;
import org.stockbook.kernel.documents.ChargeAssignment;
import org.stockbook.kernel.documents.ChargeAssignment.Target;
import org.stockbook.kernel.documents.ChargeSplit;
import org.stockbook.kernel.documents.DocumentLine;
import org.stockbook.kernel.documents.TradeSide;
import org.stockbook.kernel.measure.UnitQuantity;
import org.stockbook.kernel.origin.DocumentType;
import org.stockbook.kernel.posting.LineNo;

/** Says what goods an item charge falls on, by hand or by a rule (spec: purchasing, section 7; sales, section 9). */
@Component
public class AssignCharges {
    private final EditDocument edit;
    private final ChargeTargets targets;
    private final ChargeCandidates candidates;

    AssignCharges(EditDocument edit, ChargeTargets targets, ChargeCandidates candidates) {
        this.edit = edit;
        this.targets = targets;
        this.candidates = candidates;
    }

    /**
     * A share of a charge line as it is typed.
     *
     * @param toHandle what of it the next invoice posts; 0 postpones it
     */
    public record Share(Target target, UnitQuantity toAssign, UnitQuantity toHandle) {}

    /** Makes these the shares of a charge line; what earlier invoices have posted stays. Several shares of one target count as one. */
    public DocumentChanged assign(EditDocument.Change change, LineNo charge, List<Share> shares) {
        return edit.change(change, stored -> {
            var line = chargeLine(stored, charge);
            if (line.isEmpty()) {
                return notFound(charge);
            }
            var issues = refusals(stored, line.get(), shares);
            return issues.isEmpty() ? keep(stored, line.get(), rows(stored, charge, shares)) : new Edit.Refuse(issues);
        });
    }

    /**
     * Spreads all that is left of a charge line.
     *
     * @param over the targets; none for those it is assigned to now, or else all goods of its own document
     */
    public DocumentChanged suggest(EditDocument.Change change, LineNo charge, ChargeSplit split, List<Target> over) {
        return edit.change(change, stored -> {
            var line = chargeLine(stored, charge);
            if (line.isEmpty()) {
                return notFound(charge);
            }
            var wanted = over.isEmpty() ? proposed(stored, charge) : over;
            var shares = wanted.stream().map(target -> new Share(target, UnitQuantity.ZERO, UnitQuantity.ZERO)).toList();
            var issues = refusals(stored, line.get(), shares);
            if (!issues.isEmpty()) {
                return new Edit.Refuse(issues);
            }
            var spread = split.suggest(line.get(), candidates.of(stored, wanted)).stream()
                    .map(row -> new Share(row.target(), row.toAssign(), row.toHandle()))
                    .toList();
            return keep(stored, line.get(), rows(stored, charge, spread));
        });
    }

    private static List<Target> proposed(StoredDocument stored, LineNo charge) {
        var assigned = stored.charges().stream().filter(row -> row.charge().equals(charge)).map(ChargeAssignment::target).toList();
        return assigned.isEmpty()
                ? stored.document().lines().stream()
                        .filter(line -> line.subject().isItem() && !isInvoiced(line))
                        .<Target>map(line -> new Target.SameDocument(line.no()))
                        .toList()
                : assigned;
    }

    private static Optional<DocumentLine> chargeLine(StoredDocument stored, LineNo charge) {
        return stored.document().lines().stream().filter(line -> line.no().equals(charge) && line.subject().isCharge()).findFirst();
    }

    private static Edit notFound(LineNo charge) {
        return Edit.refuse(charge.value(), "api.reference-not-found", Map.of("field", "sequence", "value", charge.value()));
    }

    private List<DocumentIssue> refusals(StoredDocument stored, DocumentLine charge, List<Share> shares) {
        var issues = new ArrayList<DocumentIssue>();
        var keys = shares.stream()
                .filter(share -> share.target() instanceof Target.PostedGoods)
                .map(share -> ((Target.PostedGoods) share.target()).line())
                .toList();
        var known = targets.posted(keys).stream().map(ChargeTargets.PostedTarget::key).toList();
        for (var share : shares) {
            switch (share.target()) {
                case Target.SameDocument same -> addRefusal(issues, stored, charge, same);
                case Target.PostedGoods goods -> {
                    if (!known.contains(goods.line()) || !mayBearCharges(stored.document().header().side(), goods.line().type())) {
                        issues.add(noTarget(charge));
                    }
                }
            }
        }
        var assigned = shares.stream().map(Share::toAssign).reduce(UnitQuantity.ZERO, UnitQuantity::plus);
        var left = charge.quantity().minus(charge.progress().invoiced());
        if (!assigned.isZero() && !assigned.isWithin(left)) {
            issues.add(new DocumentIssue(charge.no().value(), "purchasing.charge-not-assigned", Map.of("assigned", assigned.value(), "needed", left.value())));
        }
        return issues;
    }

    private static void addRefusal(List<DocumentIssue> issues, StoredDocument stored, DocumentLine charge, Target.SameDocument same) {
        var target = stored.document().lines().stream().filter(line -> line.no().equals(same.line())).findFirst();
        if (target.filter(line -> line.subject().isItem()).isEmpty()) {
            issues.add(noTarget(charge));
        } else if (isInvoiced(target.get())) {
            issues.add(new DocumentIssue(charge.no().value(), "purchasing.charge-target-invoiced", Map.of("target", same.line().value())));
        }
    }

    private static boolean isInvoiced(DocumentLine line) {
        return !line.quantity().isZero() && line.progress().invoiced().equals(line.quantity());
    }

    private static DocumentIssue noTarget(DocumentLine charge) {
        return new DocumentIssue(charge.no().value(), "purchasing.charge-no-target", Map.of());
    }

    private static boolean mayBearCharges(TradeSide side, DocumentType type) {
        return switch (type) {
            case SALES_SHIPMENT, SALES_RETURN_RECEIPT -> true;
            case PURCHASE_RECEIPT, PURCHASE_RETURN_SHIPMENT, TRANSFER_RECEIPT -> side == TradeSide.PURCHASE;
            case NONE, SALES_INVOICE, SALES_CREDIT_MEMO, PURCHASE_INVOICE, PURCHASE_CREDIT_MEMO, TRANSFER_SHIPMENT, DIRECT_TRANSFER,
                    SERVICE_SHIPMENT, POSTED_ASSEMBLY, INVENTORY_RECEIPT, INVENTORY_SHIPMENT, PAYMENT, REFUND -> false;
        };
    }

    private static List<ChargeAssignment> rows(StoredDocument stored, LineNo charge, List<Share> shares) {
        var rows = new LinkedHashMap<Target, ChargeAssignment>();
        stored.charges().stream()
                .filter(row -> row.charge().equals(charge) && !row.assigned().isZero())
                .forEach(row -> rows.put(row.target(), new ChargeAssignment(charge, row.target(), UnitQuantity.ZERO, UnitQuantity.ZERO, row.assigned())));
        for (var share : shares) {
            var row = new ChargeAssignment(charge, share.target(), share.toAssign(), share.toHandle(), UnitQuantity.ZERO);
            rows.merge(share.target(), row, (before, more) -> new ChargeAssignment(
                    charge, before.target(), before.toAssign().plus(more.toAssign()), before.toHandle().plus(more.toHandle()), before.assigned()));
        }
        return List.copyOf(rows.values());
    }

    private static Edit keep(StoredDocument stored, DocumentLine charge, List<ChargeAssignment> rows) {
        var all = new ArrayList<>(stored.charges().stream().filter(row -> !row.charge().equals(charge.no())).toList());
        all.addAll(rows);
        return Edit.header(stored.withCharges(all));
    }
}
