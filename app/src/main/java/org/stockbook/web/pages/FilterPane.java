package org.stockbook.web.pages;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.stockbook.web.ListPage;
import org.stockbook.web.PageColumn;
import org.stockbook.web.PageColumn.Trait;
import org.stockbook.web.View;

/**
 * The filters of a list at its left side: words to tick, and what figures count (spec: ui, section 5).
 *
 * @param facets columns whose values are words
 * @param scopes total filters
 */
public record FilterPane(List<Facet> facets, List<Scope> scopes) {
    private static final int MOST = 8;
    private static final String BLANK = "''";
    private static final Set<String> TOTAL = Set.of("asOf", "locationCode", "dateFilter", "locationFilter", "variantFilter", "dimensionFilter");
    /** Understood in an address, but no field of the pane. */
    private static final Set<String> UNSHOWN = Set.of("knownAt");
    private static final Map<String, String> COLLECTIONS = Map.of("locationCode", "locations", "locationFilter", "locations", "category", "itemCategories");

    public FilterPane {
        facets = List.copyOf(facets);
        scopes = List.copyOf(scopes);
    }

    /**
     * A column and its words.
     *
     * @param more words that no row shown has, where there are too many to show all at once
     */
    public record Facet(String name, String title, List<Word> words, List<Word> more, String moreText) {
        public Facet {
            words = List.copyOf(words);
            more = List.copyOf(more);
        }
    }

    /**
     * What a column offers.
     *
     * @param all its words in the whole list
     * @param here those of the rows shown
     */
    record Offered(Set<String> all, Set<String> here) {
        static final Offered NOTHING = new Offered(Set.of(), Set.of());

        Offered {
            all = Set.copyOf(all);
            here = Set.copyOf(here);
        }
    }

    public record Word(String value, String text, boolean chosen) {}

    /**
     * A filter that is no column.
     *
     * @param collection to look values up in, empty for none
     * @param total it changes what figures count
     * @param words to tick, none where it is typed
     */
    public record Scope(String name, String title, String value, String collection, boolean total, List<Word> words) {
        public Scope {
            words = List.copyOf(words);
        }

        public boolean isDate() {
            return name.equals("asOf");
        }
    }

    /**
     * The pane of a list.
     *
     * @param offered what each column offers
     */
    static FilterPane of(ListPage page, View view, ListAddress address, Map<String, Offered> offered) {
        var facets = new ArrayList<Facet>();
        for (var column : page.columns()) {
            var chosen = chosen(address, column.name());
            var given = offered.getOrDefault(column.name(), Offered.NOTHING);
            var values = new TreeSet<>(chosen);
            values.addAll(given.all());
            values.addAll(given.here());
            var words = words(column, view, values, chosen);
            if (words.size() > 1 || !chosen.isEmpty()) {
                var first = words.stream().filter(word -> words.size() <= MOST || word.chosen() || given.here().contains(word.value())).toList();
                var more = words.stream().filter(word -> !first.contains(word)).toList();
                facets.add(new Facet(column.name(), view.text(column.key()), first, more, view.text("filter.more-words", Map.of("count", more.size()))));
            }
        }
        var scopes = page.scopes().stream().filter(scope -> !UNSHOWN.contains(scope))
                .map(scope -> new Scope(scope, view.text("parameter." + scope), address.parameters().getOrDefault(scope, ""), COLLECTIONS.getOrDefault(scope, ""), TOTAL.contains(scope), codes(scope, view, offered.getOrDefault(scope, Offered.NOTHING).all(), chosen(address, scope))))
                .toList();
        return new FilterPane(facets, scopes);
    }

    private static List<String> chosen(ListAddress address, String name) {
        return Arrays.stream(address.parameters().getOrDefault(name, "").split("\\|")).filter(word -> !word.isEmpty()).toList();
    }

    /** Codes as they are, and none in words behind them. */
    private static List<Word> codes(String name, View view, Set<String> values, List<String> chosen) {
        return values.stream().sorted(Comparator.comparing((String value) -> value.equals(BLANK)).thenComparing(Comparator.naturalOrder()))
                .map(value -> new Word(value, wordOf(name, value, view), chosen.contains(value))).toList();
    }

    /** What a code is called where none has a name of its own. */
    static String wordOf(String name, String value, View view) {
        var none = "filter.none." + name;
        return value.equals(BLANK) && view.texts().has(none) ? view.text(none) : value;
    }

    private static List<Word> words(PageColumn column, View view, Set<String> values, List<String> chosen) {
        if (column.is(Trait.FIXED)) {
            return List.of();
        }
        return switch (column.kind()) {
            case CHOICE -> values.stream().filter(value -> view.texts().has("choice." + column.name() + "." + value))
                    .map(value -> new Word(value, view.text("choice." + column.name() + "." + value), chosen.contains(value)))
                    .sorted(Comparator.comparing(Word::text)).toList();
            case FLAG -> !column.isShown() && chosen.isEmpty() ? List.of() : List.of(
                    new Word("true", view.text("filter.word-yes"), chosen.contains("true")), new Word("false", view.text("filter.no"), chosen.contains("false")));
            case CODE -> codes(column.name(), view, values, chosen);
            default -> List.of();
        };
    }

    public boolean isEmpty() {
        return facets.isEmpty() && scopes.isEmpty();
    }

    /** Parameters that fields of the pane say themselves. */
    public boolean names(String parameter) {
        return facets.stream().anyMatch(facet -> facet.name().equals(parameter)) || scopes.stream().anyMatch(scope -> scope.name().equals(parameter));
    }
}
