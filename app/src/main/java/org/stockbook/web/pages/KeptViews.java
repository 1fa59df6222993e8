package org.stockbook.web.pages;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The views that users keep. */
@Repository
class KeptViews {
    private static final int MOST = 20;

    private final JdbcClient database;

    /**
     * Filter, order and columns of a list under a name that a user has given (spec: ui, section 5).
     *
     * @param query as the address of the list has it
     * @param shared everybody who may see the list sees it
     * @param own of the reader, who may change it
     */
    record KeptView(long id, String name, String query, boolean shared, boolean own) {}

    KeptViews(JdbcClient database) {
        this.database = database;
    }

    /** A user's own views of a list and those that others share, by name. */
    List<KeptView> of(String path, String login) {
        return database.sql("select id, name, query, shared, login = :login as own from list_view where path = :path and (login = :login or shared) order by lower(name), id limit :most")
                .param("path", path).param("login", login).param("most", MOST)
                .query((row, _) -> new KeptView(row.getLong("id"), row.getString("name"), row.getString("query"), row.getBoolean("shared"), row.getBoolean("own")))
                .list();
    }

    /** Keeps a view under a name, instead of what was there under it. */
    @Transactional
    public void keep(String path, String login, KeptView view) {
        database.sql("""
                insert into list_view (path, login, name, query, shared) values (?, ?, ?, ?, ?)
                on conflict (path, login, name) do update set query = excluded.query, shared = excluded.shared""")
                .params(path, login, view.name(), view.query(), view.shared()).update();
    }

    /** Whether there was such a view of this user. */
    @Transactional
    public boolean forget(long id, String login) {
        return database.sql("delete from list_view where id = ? and login = ?").params(id, login).update() == 1;
    }
}
