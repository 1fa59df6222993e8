package org.stockbook.platform.database;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jooq.ConnectionProvider;
import org.jooq.DSLContext;

/** What some work asked of the database, statement by statement, as the driver was given it. */
public final class Statements {
    private Statements() {
    }

    /** How many statements were executed. */
    public static int executed(DSLContext dsl, Runnable work) {
        return of(dsl, work).size();
    }

    public static List<String> of(DSLContext dsl, Runnable work) {
        var seen = new CopyOnWriteArrayList<String>();
        var configuration = dsl.configuration();
        var provider = configuration.connectionProvider();
        configuration.set(new Watching(provider, seen));
        try {
            work.run();
        } finally {
            configuration.set(provider);
        }
        return List.copyOf(seen);
    }

    private record Watching(ConnectionProvider provider, List<String> seen) implements ConnectionProvider {
        @Override
        public Connection acquire() {
            return watched(Connection.class, provider.acquire(), "");
        }

        @Override
        public void release(Connection connection) {
            provider.release(((Watched) Proxy.getInvocationHandler(connection)).connection());
        }

        private <T> T watched(Class<T> type, Object watched, String sql) {
            return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, new Watched(this, watched, sql)));
        }
    }

    private record Watched(Watching watching, Object watched, String sql) implements InvocationHandler {
        Connection connection() {
            return (Connection) watched;
        }

        @Override
        public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
            var words = Optional.ofNullable(arguments).filter(given -> given[0] instanceof String).map(given -> (String) given[0]).orElse(sql);
            if (method.getName().startsWith("execute")) {
                watching.seen.add(words);
            }
            try {
                var result = method.invoke(watched, arguments);
                return result instanceof PreparedStatement ? watching.watched(PreparedStatement.class, result, words) : result;
            } catch (InvocationTargetException refused) {
                throw refused.getCause();
            }
        }
    }
}
