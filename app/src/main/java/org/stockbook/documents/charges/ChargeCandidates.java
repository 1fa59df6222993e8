package org.stockbook.documents.charges;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.stockbook.documents.StoredDocument;
import org.stockbook.kernel.code.ItemNo;
import org.stockbook.kernel.documents.ChargeAssignment.Target;
import org.stockbook.kernel.documents.ChargeSplit.Candidate;
import org.stockbook.kernel.documents.LineSubject;
import org.stockbook.kernel.documents.amounts.DocumentAmounts;
import org.stockbook.kernel.measure.Extent;
import org.stockbook.kernel.measure.Money;
import org.stockbook.kernel.measure.UnitQuantity;

/** Finds out how much, how dear, how heavy and how big the targets of a charge are. */
@Component
class ChargeCandidates {
    private final ChargeTargets targets;

    ChargeCandidates(ChargeTargets targets) {
        this.targets = targets;
    }

    private record Goods(Target target, ItemNo item, UnitQuantity quantity, Money amount, BigDecimal factor) {}

    List<Candidate> of(StoredDocument document, List<Target> wanted) {
        var goods = goods(document, wanted);
        var sizes = new LinkedHashMap<ItemNo, ChargeTargets.Size>();
        targets.sizes(goods.stream().map(Goods::item).distinct().toList()).forEach(size -> sizes.put(size.item(), size));
        return goods.stream().map(one -> candidate(one, Optional.ofNullable(sizes.get(one.item())))).toList();
    }

    private List<Goods> goods(StoredDocument stored, List<Target> wanted) {
        var amounts = DocumentAmounts.whole(stored.document());
        var posted = new LinkedHashMap<Target, ChargeTargets.PostedTarget>();
        targets.posted(wanted.stream().filter(Target.PostedGoods.class::isInstance).map(target -> ((Target.PostedGoods) target).line()).toList())
                .forEach(target -> posted.put(new Target.PostedGoods(target.key()), target));
        var goods = new ArrayList<Goods>();
        for (var target : wanted) {
            switch (target) {
                case Target.SameDocument same -> {
                    var line = stored.document().line(same.line());
                    if (line.subject() instanceof LineSubject.OfItem item) {
                        var amount = amounts.of(line.no()).lineAmount();
                        goods.add(new Goods(target, item.item(), line.quantity(), amount, line.unit().factor().value()));
                    }
                }
                case Target.PostedGoods _ -> Optional.ofNullable(posted.get(target)).ifPresent(found -> goods.add(new Goods(
                        target, found.item(), found.quantity(), inCurrency(stored, found.lineAmount()), found.factor().value())));
            }
        }
        return goods;
    }

    private static Money inCurrency(StoredDocument document, Money local) {
        return Money.rounded(document.document().header().terms().rate().fromLocal(local.value()));
    }

    private static Candidate candidate(Goods goods, Optional<ChargeTargets.Size> size) {
        return new Candidate(
                goods.target(), goods.quantity(), goods.amount(),
                size.map(found -> perUnit(found.grossWeight(), goods.factor())).orElse(Extent.ZERO),
                size.map(found -> perUnit(found.volume(), goods.factor())).orElse(Extent.ZERO));
    }

    private static Extent perUnit(Extent perBaseUnit, BigDecimal factor) {
        return new Extent(perBaseUnit.value().multiply(factor).setScale(5, RoundingMode.HALF_UP));
    }
}
