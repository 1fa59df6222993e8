package org.stockbook.kernel.business;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.stockbook.kernel.book.CostCard;
import org.stockbook.kernel.book.EntryNumbers;
import org.stockbook.kernel.book.ItemBook;
import org.stockbook.kernel.book.ItemChanges;
import org.stockbook.kernel.book.ItemCosts;
import org.stockbook.kernel.book.ItemFacts;
import org.stockbook.kernel.code.ItemNo;
import org.stockbook.kernel.costing.AdjustmentDates;
import org.stockbook.kernel.costing.AverageCostPolicy;
import org.stockbook.kernel.costing.CostAdjustment;
import org.stockbook.kernel.ledger.ItemApplication;
import org.stockbook.kernel.ledger.ValueEntry;
import org.stockbook.kernel.posting.PostedLine;
import org.stockbook.kernel.posting.Posting;
import org.stockbook.kernel.posting.PostingDates;
import org.stockbook.kernel.posting.PostingLine;
import org.stockbook.kernel.posting.PostingOutcome;
import org.stockbook.kernel.posting.PostingRules;

/**
 * The books of several items as a database keeps them: whatever is posted or adjusted is worked out on books loaded anew, which
 * take the place of the old ones unless something is refused.
 */
public final class Books {
    private final AverageCostPolicy policy;
    private final boolean exactAtOnce;
    private final EntryNumbers numbers;
    private final Map<ItemNo, ItemBook> books = new TreeMap<>();
    private final List<Written> history = new ArrayList<>();
    private Consumer<Attempt> before = _ -> {};
    private Consumer<Map<ItemNo, ItemBook>> after = _ -> {};
    private LocalDate closedUpTo = LocalDate.MIN;

    /** @param exactAtOnce costs are adjusted while posting, where they can be */
    public Books(AverageCostPolicy policy, boolean exactAtOnce, EntryNumbers numbers) {
        this.policy = policy;
        this.exactAtOnce = exactAtOnce;
        this.numbers = numbers;
    }

    /** What one posting or one adjustment of an item has written. */
    public sealed interface Written {
        List<ValueEntry> values();

        record Posted(List<PostingLine> lines, List<PostedLine> made, List<ValueEntry> values) implements Written {}

        record Adjusted(ItemNo item, LocalDate until, LocalDate closedUpTo, List<ValueEntry> values) implements Written {}
    }

    /** Lines that are about to be posted, and the books that they would be posted to. */
    public record Attempt(Books books, List<PostingLine> lines) {}

    public void open(ItemFacts facts, CostCard card) {
        books.put(facts.item(), new ItemBook(facts, new ItemCosts(card, Map.of()), Set.of(), List.of()));
    }

    public ItemBook of(ItemNo item) {
        var book = books.get(item);
        if (book == null) {
            throw new IllegalArgumentException("no book of item " + item);
        }
        return book;
    }

    public Collection<ItemBook> all() {
        return books.values();
    }

    public AverageCostPolicy policy() {
        return policy;
    }

    public boolean exactAtOnce() {
        return exactAtOnce;
    }

    public List<Written> history() {
        return history;
    }

    /** Is told of every posting before it happens, and of the books of its items behind it, unless it is refused. */
    void watch(Consumer<Attempt> beforePosting, Consumer<Map<ItemNo, ItemBook>> afterPosting) {
        before = beforePosting;
        after = afterPosting;
    }

    /** Closes the inventory period up to a date: nothing is dated so early from now on. */
    public void close(LocalDate upTo) {
        closedUpTo = upTo.isAfter(closedUpTo) ? upTo : closedUpTo;
    }

    /** Makes the books as closed as they were at some time. */
    void closedFor(LocalDate upTo) {
        closedUpTo = upTo;
    }

    public PostingDates dates() {
        return new PostingDates(LocalDate.MIN, LocalDate.MAX, closedUpTo, LocalDate.MIN);
    }

    public PostingOutcome post(List<? extends PostingLine> lines) {
        before.accept(new Attempt(this, List.copyOf(lines)));
        var loaded = load(lines);
        var outcome = attempt(lines, loaded, numbers);
        if (outcome instanceof PostingOutcome.Posted posted) {
            books.putAll(loaded);
            after.accept(loaded);
            history.add(new Written.Posted(List.copyOf(lines), posted.lines(), valuesOf(posted.changes().values())));
        }
        return outcome;
    }

    /** What the items of the lines would look like after posting them; nothing is written. Empty when something is refused. */
    public Map<ItemNo, ItemBook> preview(List<? extends PostingLine> lines, EntryNumbers provisional) {
        var loaded = load(lines);
        return attempt(lines, loaded, provisional) instanceof PostingOutcome.Posted ? loaded : Map.of();
    }

    private PostingOutcome attempt(List<? extends PostingLine> lines, Map<ItemNo, ItemBook> loaded, EntryNumbers fresh) {
        return Posting.post(lines, loaded, new PostingRules(policy, dates(), new AdjustmentDates(LocalDate.MIN, closedUpTo), exactAtOnce, false, false), fresh);
    }

    /** Brings the costs of an item up to date; how many value entries that took. */
    public int adjust(ItemNo item) {
        return adjust(item, LocalDate.MAX);
    }

    /** The same up to a valuation date. */
    int adjust(ItemNo item, LocalDate until) {
        var loaded = copy(of(item));
        var written = new CostAdjustment(policy, new AdjustmentDates(LocalDate.MIN, closedUpTo)).adjust(loaded, numbers, until);
        books.put(item, loaded);
        history.add(new Written.Adjusted(item, until, closedUpTo, valuesOf(List.of(loaded.changes()))));
        return written;
    }

    private Map<ItemNo, ItemBook> load(List<? extends PostingLine> lines) {
        var loaded = new TreeMap<ItemNo, ItemBook>();
        lines.forEach(line -> loaded.computeIfAbsent(line.item(), item -> copy(of(item))));
        return loaded;
    }

    private static List<ValueEntry> valuesOf(Collection<ItemChanges> changes) {
        return changes.stream().flatMap(each -> each.values().stream()).sorted(Comparator.comparing(ValueEntry::no)).toList();
    }

    /** The same book, as if it had just been read from where it is kept. */
    static ItemBook copy(ItemBook book) {
        var card = new ItemCosts(book.costs().card(), book.costs().stockkeepingUnits());
        var copy = new ItemBook(book.facts(), card, book.points(), book.balances());
        book.entries().forEach(entry -> copy.load(entry.entry(), entry.state()));
        book.entries().stream()
                .flatMap(entry -> entry.values().stream())
                .sorted(Comparator.comparing(value -> value.entry().no()))
                .forEach(value -> copy.load(value.entry(), value.state()));
        applications(book).forEach(copy::load);
        return copy;
    }

    /** The applications that hold, in order of number; without the own rows of increases. */
    static List<ItemApplication> applications(ItemBook book) {
        var applications = new ArrayList<ItemApplication>();
        book.entries().forEach(entry -> {
            applications.addAll(entry.feeding());
            applications.addAll(entry.costSources());
        });
        applications.sort(Comparator.comparing(ItemApplication::no));
        return applications;
    }
}
