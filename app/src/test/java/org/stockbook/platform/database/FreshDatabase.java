package org.stockbook.platform.database;

import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.stockbook.database.DatabaseAddress;

/** Makes the database of a test class when first asked for, and drops it after the class. */
final class FreshDatabase implements ParameterResolver {

    private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace.create(FreshDatabase.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        var type = parameter.getParameter().getType();
        return type == ScratchDatabase.class || type == DSLContext.class || type == DataSource.class
                || type == DatabaseAddress.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        var database = databaseOf(context);
        var type = parameter.getParameter().getType();
        if (type == DSLContext.class) {
            return database.dsl();
        }
        if (type == DataSource.class) {
            return database.dataSource();
        }
        return type == DatabaseAddress.class ? database.address() : database;
    }

    /** JUnit closes what its stores hold. */
    private static ScratchDatabase databaseOf(ExtensionContext context) {
        var ofClass = context.getTestMethod().isPresent() ? context.getParent().orElseThrow() : context;
        return ofClass.getStore(NAMESPACE)
                .computeIfAbsent(ScratchDatabase.class, _ -> ScratchDatabase.create(), ScratchDatabase.class);
    }
}
