package org.stockbook.web.start;

import java.sql.Array;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** How users have arranged their start page. */
@Repository
class StartArrangements {
    private final JdbcClient database;

    /**
     * An arrangement.
     *
     * @param cards names in their order; what is not named stands behind
     * @param hidden names of those that are not shown
     */
    record Arrangement(List<String> cards, List<String> hidden) {
        static final Arrangement OF_THE_PROGRAM = new Arrangement(List.of(), List.of());

        Arrangement {
            cards = List.copyOf(cards);
            hidden = List.copyOf(hidden);
        }

        /** Where a card stands; those that are not named keep their order behind. */
        int place(String card) {
            return cards.contains(card) ? cards.indexOf(card) : cards.size();
        }

        boolean shows(String card) {
            return !hidden.contains(card);
        }
    }

    StartArrangements(JdbcClient database) {
        this.database = database;
    }

    Arrangement of(String login) {
        return database.sql("select cards, hidden from start_arrangement where login = :login").param("login", login)
                .query((row, _) -> new Arrangement(names(row.getArray("cards")), names(row.getArray("hidden")))).optional().orElse(Arrangement.OF_THE_PROGRAM);
    }

    private static List<String> names(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }

    @Transactional
    public void keep(String login, Arrangement arrangement) {
        database.sql("""
                insert into start_arrangement (login, cards, hidden) values (?, ?, ?)
                on conflict (login) do update set cards = excluded.cards, hidden = excluded.hidden""")
                .params(login, arrangement.cards().toArray(String[]::new), arrangement.hidden().toArray(String[]::new)).update();
    }

    /** Back to the arrangement of the program. */
    @Transactional
    public void forget(String login) {
        database.sql("delete from start_arrangement where login = ?").params(login).update();
    }
}
