package org.stockbook.inventory;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.stockbook.finance.RegisterStamp;
import org.stockbook.kernel.book.BookedEntry;
import org.stockbook.kernel.book.EntryNumbers;
import org.stockbook.kernel.book.ItemBook;
import org.stockbook.kernel.code.ItemNo;
import org.stockbook.kernel.code.JournalBatchName;
import org.stockbook.kernel.code.SourceCode;
import org.stockbook.kernel.costing.CostAdjustment;
import org.stockbook.kernel.ledger.ItemApplicationNo;
import org.stockbook.kernel.ledger.ItemLedgerEntryNo;
import org.stockbook.kernel.posting.ApplicationWorksheet;
import org.stockbook.kernel.posting.LineNo;
import org.stockbook.kernel.posting.Refusal;
import org.stockbook.platform.security.Permission;
import org.stockbook.platform.security.Permissions;

/**
 * Takes applications of an item apart and makes them anew, all in one transaction; what is not applied by name is applied
 * automatically, and costs follow at once where the setup says so (spec: ledger, section 6.7).
 */
@Component
public class EditApplications {
    private static final SourceCode SOURCE = new SourceCode("COMPRINVT");

    private final InventoryLedger ledger;
    private final InventoryPolicies policies;
    private final BooksWriter writer;
    private final CostWork work;
    private final Permissions permissions;

    EditApplications(InventoryLedger ledger, InventoryPolicies policies, BooksWriter writer, CostWork work, Permissions permissions) {
        this.ledger = ledger;
        this.policies = policies;
        this.writer = writer;
        this.work = work;
        this.permissions = permissions;
    }

    /**
     * What to change; refusals name the place of a request in its list, from 1 on, removals first.
     *
     * @param removed applications to take apart
     * @param applied what to apply by name afterwards
     */
    public record Request(ItemNo item, List<ItemApplicationNo> removed, List<Applied> applied) {
        public Request {
            removed = List.copyOf(removed);
            applied = List.copyOf(applied);
        }
    }

    /** This open decrease takes from that increase. */
    public record Applied(ItemLedgerEntryNo decrease, ItemLedgerEntryNo increase) {}

    /** Thrown where the item does not exist. */
    public static final class UnknownItem extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public UnknownItem(ItemNo item) {
            super("item " + item + " does not exist");
        }
    }

    /** Changes all of it or nothing. */
    @Transactional
    public InventoryOutcome edit(Request request) {
        permissions.require(Permission.EDIT_APPLICATIONS);
        var user = permissions.login();
        var books = ledger.lock(Set.of(request.item()));
        var policy = policies.of(user);
        var loaded = books.loadHistories(Set.of(request.item()));
        var book = Optional.ofNullable(loaded.get(request.item()))
                .orElseThrow(() -> new UnknownItem(request.item()));
        var numbers = books.numbers(1);
        var refusal = change(request, book, policy, numbers);
        if (refusal.isPresent()) {
            return new InventoryOutcome.Refused(List.of(refusal.get()), List.of());
        }
        adjust(request.item(), book, new Adjusting(policy, books.items(), numbers));
        var stamp = RegisterStamp.of(user, SOURCE, JournalBatchName.BLANK);
        return writer.write(new BooksWriter.Request(books, loaded.values()), stamp, policy);
    }

    private static Optional<Refusal> change(Request request, ItemBook book, InventoryPolicy policy, EntryNumbers numbers) {
        var line = 0;
        var worksheet = new ApplicationWorksheet(book, policy.posting(), numbers, new LineNo(1));
        for (var application : request.removed()) {
            line++;
            var no = new LineNo(line);
            if (!exists(application, book)) {
                return Optional.of(new Refusal.ApplicationInvalid(no, ItemLedgerEntryNo.NONE, Refusal.ApplicationField.ENTRY));
            }
            var refusal = worksheet.unapply(application);
            if (refusal.isPresent()) {
                return refusal;
            }
        }
        for (var applied : request.applied()) {
            line++;
            var no = new LineNo(line);
            var refusal = misfit(no, applied, book);
            if (refusal.isPresent()) {
                return refusal;
            }
            if (!worksheet.apply(applied.decrease(), applied.increase())) {
                return Optional.of(new Refusal.ApplicationInvalid(no, applied.increase(), Refusal.ApplicationField.CYCLE));
            }
        }
        return worksheet.close();
    }

    private static boolean exists(ItemApplicationNo application, ItemBook book) {
        return book.entries().stream()
                .flatMap(entry -> Stream.concat(entry.sources().stream(), entry.costSources().stream()))
                .anyMatch(row -> row.no().equals(application));
    }

    private static Optional<Refusal> misfit(LineNo line, Applied applied, ItemBook book) {
        var decrease = book.find(applied.decrease());
        var increase = book.find(applied.increase());
        if (decrease.isEmpty() || increase.isEmpty()) {
            var missing = decrease.isEmpty() ? applied.decrease() : applied.increase();
            return Optional.of(new Refusal.ApplicationInvalid(line, missing, Refusal.ApplicationField.ENTRY));
        }
        return differs(decrease.get(), increase.get())
                .<Refusal>map(field -> new Refusal.ApplicationInvalid(line, applied.increase(), field))
                .or(() -> Stream.of(decrease.get(), increase.get())
                        .filter(entry -> !entry.isOpen())
                        .<Refusal>map(entry -> new Refusal.ApplicationQuantityExceeded(line, entry.no(), entry.remaining().abs()))
                        .findFirst());
    }

    private static Optional<Refusal.ApplicationField> differs(BookedEntry decrease, BookedEntry increase) {
        if (!decrease.isDecrease() || !increase.isIncrease()) {
            return Optional.of(Refusal.ApplicationField.SIGN);
        }
        if (!decrease.place().variant().equals(increase.place().variant())) {
            return Optional.of(Refusal.ApplicationField.VARIANT);
        }
        return decrease.place().location().equals(increase.place().location())
                ? Optional.empty()
                : Optional.of(Refusal.ApplicationField.LOCATION);
    }

    /** As after any posting: at once where the setup reaches back so far, else by the next batch run. */
    private void adjust(ItemNo item, ItemBook book, Adjusting with) {
        var locked = with.items().get(item);
        var mode = with.policy().adjustment();
        if (book.costIsAdjusted() || mode == AutomaticCostAdjustment.NEVER || locked == null || !locked.onlineAdjustment()) {
            return;
        }
        if (mode.covers(book.points().first().valuationDate(), with.policy().workDate())) {
            new CostAdjustment(with.policy().averageCost(), with.policy().adjustmentDates()).adjust(book, with.numbers());
        } else {
            work.putOff(Set.of(item));
        }
    }

    private record Adjusting(InventoryPolicy policy, Map<ItemNo, LockedItem> items, EntryNumbers numbers) {}
}
