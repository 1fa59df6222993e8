package org.stockbook.platform.database;

import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.stockbook.database.DatabaseAddress;
import org.stockbook.database.ThrowAwayServer;

/**
 * A migrated database of its own, cloned in some tens of milliseconds and dropped when closed: for tests and for
 * companies that live as long as a scenario. Nothing in it survives a crash.
 */
public final class ScratchDatabase implements AutoCloseable {

    private static final int CONNECTIONS = 10;

    private final DatabaseAddress address;
    private final boolean dropped;
    private final HikariDataSource dataSource;

    private ScratchDatabase(DatabaseAddress address, boolean dropped) {
        this.address = address;
        this.dropped = dropped;
        this.dataSource = ConnectionPool.of(address, CONNECTIONS);
    }

    /** A database with all tables of this program and no rows but those of the migrations. */
    public static ScratchDatabase create() {
        return new ScratchDatabase(ThrowAwayServer.shared().clone(migratedTemplate()), true);
    }

    /** A copy of a template that {@link ThrowAwayServer#template} prepared. */
    public static ScratchDatabase cloneOf(String template) {
        return new ScratchDatabase(ThrowAwayServer.shared().clone(template), true);
    }

    /** Connections to a throw-away database that is there already; closing leaves it, for example to be cloned. */
    public static ScratchDatabase connect(DatabaseAddress address) {
        return new ScratchDatabase(address, false);
    }

    /** The name of the template that {@link #create()} clones. */
    public static String migratedTemplate() {
        return Template.NAME;
    }

    /** Looked for when the class is first touched. */
    private static final class Template {
        static final String NAME = ThrowAwayServer.shared().template(Migrations.fingerprint(), Migrations::applyTo);
    }

    /** Where it is. */
    public DatabaseAddress address() {
        return address;
    }

    /** Connections to it. */
    public DataSource dataSource() {
        return dataSource;
    }

    /** jOOQ on it, each statement a transaction of its own unless told otherwise. */
    public DSLContext dsl() {
        return DSL.using(dataSource, SQLDialect.POSTGRES, JooqSettings.plain());
    }

    @Override
    public void close() {
        dataSource.close();
        if (dropped) {
            ThrowAwayServer.shared().drop(address);
        }
    }
}
