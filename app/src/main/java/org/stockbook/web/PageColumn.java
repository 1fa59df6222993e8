package org.stockbook.web;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.stockbook.platform.rows.Kind;
import org.stockbook.platform.rows.Row;
import org.stockbook.platform.security.Permission;
import org.stockbook.platform.security.SignedInUser;

/**
 * A column of a list or a report; its heading is the text {@code column.<name>}, unless it is titled otherwise.
 *
 * @param link the page behind the value, empty for none
 * @param key of the text of its heading
 * @param meaning the column as which the value of a row is to be read, where every row has its own, or those of which it is the key; empty for this one
 * @param mark the text of a warning that stands with the value, empty where all is well
 */
public record PageColumn(String name, Kind kind, Set<Trait> traits, Function<Row, String> link, String key, Function<Row, List<PageColumn>> meaning,
        Function<Row, String> mark) {
    /** What sets a column apart. */
    public enum Trait {
        /** Offered for filtering and in exports, not shown. */
        HIDDEN,
        /** Takes the spare width and may be shortened. */
        FILLING,
        /** Summed in the footer. */
        TOTALLED,
        /** Less important than its neighbours. */
        MUTED,
        /** Negative figures call for attention. */
        BALANCE,
        /** Zero is a good state and says so. */
        PROVEN,
        /** Stands in by the value {@code depth} of its row. */
        TREE,
        /** Its values are names that the program has given: of purposes, collections or fields, shown as they are called on pages. */
        WORDED,
        /** Neither sorted nor filtered by. */
        FIXED,
        /** Only for those who may see what things cost. */
        COST,
        /** Only for those who may read the general ledger. */
        LEDGER
    }

    public PageColumn {
        traits = Set.copyOf(traits);
    }

    public static PageColumn of(String name, Kind kind) {
        return new PageColumn(name, kind, Set.of(), _ -> "", "column." + name, _ -> List.of(), _ -> "");
    }

    public static PageColumn code(String name) {
        return of(name, Kind.CODE);
    }

    public static PageColumn text(String name) {
        return of(name, Kind.TEXT);
    }

    public PageColumn linked(Function<Row, String> newLink) {
        return new PageColumn(name, kind, traits, newLink, key, meaning, mark);
    }

    /** The same under the heading of another column. */
    public PageColumn titled(String column) {
        return new PageColumn(name, kind, traits, link, "column." + column, meaning, mark);
    }

    /** The same under a heading that is data itself, such as a code, and called the same in every language. */
    public PageColumn headed(String heading) {
        return new PageColumn(name, kind, traits, link, heading, meaning, mark);
    }

    /** The same where every row says by itself what its value is: a figure, a date, a word of a choice, a key of several parts. */
    public PageColumn readAs(Function<Row, List<PageColumn>> newMeaning) {
        return new PageColumn(name, kind, traits, link, key, newMeaning, mark);
    }

    /** The same with a warning where a row calls for one: a sign, and its words for those who point at it. */
    public PageColumn marked(Function<Row, String> newMark) {
        return new PageColumn(name, kind, traits, link, key, meaning, newMark);
    }

    public PageColumn with(Trait trait) {
        var more = EnumSet.of(trait);
        more.addAll(traits);
        return new PageColumn(name, kind, more, link, key, meaning, mark);
    }

    public boolean is(Trait trait) {
        return traits.contains(trait);
    }

    /** Whether a user may see what is in it. */
    public boolean isFor(SignedInUser user) {
        return (!is(Trait.COST) || user.may(Permission.READ_COSTS)) && (!is(Trait.LEDGER) || user.may(Permission.READ_GENERAL_LEDGER));
    }

    public boolean isShown() {
        return !is(Trait.HIDDEN);
    }
}
