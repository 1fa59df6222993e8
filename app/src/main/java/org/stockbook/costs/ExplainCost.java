package org.stockbook.costs;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.stockbook.inventory.InventoryLedger;
import org.stockbook.inventory.InventoryPolicies;
import org.stockbook.kernel.book.ItemBook;
import org.stockbook.kernel.code.ItemNo;
import org.stockbook.kernel.costing.CostExplainer;
import org.stockbook.kernel.costing.CostExplanation;
import org.stockbook.kernel.ledger.ItemLedgerEntryNo;
import org.stockbook.kernel.ledger.ValueEntryNo;
import org.stockbook.platform.security.Permission;
import org.stockbook.platform.security.Permissions;

/** Explains the cost of an entry, or what an item's stock is worth, from the whole history of the item (spec: ui, section 5). */
@Component
public class ExplainCost {
    private final InventoryLedger ledger;
    private final InventoryPolicies policies;
    private final LedgerChecks checks;
    private final Permissions permissions;

    ExplainCost(InventoryLedger ledger, InventoryPolicies policies, LedgerChecks checks, Permissions permissions) {
        this.ledger = ledger;
        this.policies = policies;
        this.checks = checks;
        this.permissions = permissions;
    }

    /** The cost of an item ledger entry; empty if there is no such entry. */
    @Transactional(readOnly = true)
    public Optional<Explained> entry(ItemLedgerEntryNo entry) {
        permissions.require(Permission.READ_COSTS);
        return checks.itemOf(entry).flatMap(this::book)
                .map(book -> new Explained(book.facts().item(), CostExplainer.explain(book, policies.of(permissions.login()).averageCost(), entry)));
    }

    /** The cost of the entry that a value entry belongs to. */
    @Transactional(readOnly = true)
    public Optional<Explained> value(ValueEntryNo value) {
        return checks.entryOf(value).flatMap(this::entry);
    }

    /** What the stock of an item is worth; empty if there is no such item. */
    @Transactional(readOnly = true)
    public Optional<Explained> stock(ItemNo item) {
        permissions.require(Permission.READ_COSTS);
        return book(item).map(book -> new Explained(item, CostExplainer.explainStock(book, policies.of(permissions.login()).averageCost())));
    }

    private Optional<ItemBook> book(ItemNo item) {
        var books = ledger.read(List.of(item));
        return books.items().containsKey(item) ? Optional.ofNullable(books.loadHistories(List.of(item)).get(item)) : Optional.empty();
    }

    /** An explanation of something of an item. */
    public record Explained(ItemNo item, CostExplanation explanation) {}
}
