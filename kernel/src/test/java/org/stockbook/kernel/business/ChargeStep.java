package org.stockbook.kernel.business;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stockbook.kernel.business.Paperwork.Handled;
import org.stockbook.kernel.documents.ChargeAssignment;
import org.stockbook.kernel.documents.ChargeAssignment.Target;
import org.stockbook.kernel.documents.ChargeSplit;
import org.stockbook.kernel.documents.DocumentKind;
import org.stockbook.kernel.documents.DocumentLine;
import org.stockbook.kernel.documents.Paper;
import org.stockbook.kernel.documents.TradeSide;
import org.stockbook.kernel.documents.posting.PostingChoice;
import org.stockbook.kernel.measure.Extent;
import org.stockbook.kernel.measure.Money;
import org.stockbook.kernel.measure.UnitQuantity;

/**
 * An invoice or credit memo of freight alone, assigned to what was received, shipped, returned or moved before.
 *
 * @param targets which posted lines
 * @param split how it is shared; by hand where it is empty
 */
public record ChargeStep(String date, TradeSide side, boolean credit, long cents, List<Integer> targets, Optional<ChargeSplit> split)
        implements DocumentStep {
    @Override
    public boolean happen(Company company) {
        var paperwork = company.paperwork();
        var lines = paperwork.handled(_ -> true);
        if (lines.isEmpty()) {
            return false;
        }
        var chosen = targets.stream().map(target -> lines.get(Math.floorMod(target, lines.size()))).distinct().toList();
        var kind = credit ? DocumentKind.CREDIT_MEMO : DocumentKind.INVOICE;
        var invoice = (side == TradeSide.PURCHASE ? Paper.purchase(kind) : Paper.sale(kind)).on(date)
                .charge("1", Words.money(cents)).no(paperwork.newNumber());
        var post = new DocumentStep.Post(date, -1, 100, 100, 0, PostingChoice.BOTH);
        return paperwork.agreeAndPost(invoice, assigned(invoice.lines().getFirst(), chosen), () -> post.happen(company));
    }

    private List<ChargeAssignment> assigned(DocumentLine charge, List<Handled> lines) {
        var candidates = lines.stream().map(ChargeStep::candidate).toList();
        return split.map(way -> way.suggest(charge, candidates)).orElseGet(() -> byHand(charge, lines));
    }

    /** Heavier and larger the longer its name is told: any figures do. */
    private static ChargeSplit.Candidate candidate(Handled line) {
        var kilos = Extent.of("0." + (1 + Math.floorMod(line.item().code().hashCode(), 9)));
        var amount = Money.rounded(line.quantity().value().multiply(BigDecimal.TWO).add(BigDecimal.ONE));
        return new ChargeSplit.Candidate(new Target.PostedGoods(line.key()), line.quantity(), amount, kilos, Extent.of("2.5"));
    }

    private static List<ChargeAssignment> byHand(DocumentLine charge, List<Handled> lines) {
        var rows = new ArrayList<ChargeAssignment>();
        var left = UnitQuantity.of(1);
        for (var line : lines) {
            var share = line == lines.getLast() ? left : UnitQuantity.rounded(left.value().multiply(new BigDecimal("0.333")));
            rows.add(ChargeAssignment.of(charge.no(), new Target.PostedGoods(line.key()), share));
            left = left.minus(share);
        }
        return rows;
    }

    @Override
    public String toString() {
        return "%s: %s of freight, %s for posted lines %s, shared %s".formatted(
                date, credit ? "credit memo" : "invoice", Words.money(cents), targets, split.map(Enum::name).orElse("by hand"));
    }
}
