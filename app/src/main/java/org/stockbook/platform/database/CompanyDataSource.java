package org.stockbook.platform.database;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.AbstractDataSource;

/**
 * The data source that all rooms use. A company is a database: this is the program's own one, except within
 * {@link #call}, where it is another company's, for the calling thread only.
 */
public final class CompanyDataSource extends AbstractDataSource {

    private static final ScopedValue<DataSource> OTHER_COMPANY = ScopedValue.newInstance();

    private final DataSource own;

    CompanyDataSource(DataSource own) {
        this.own = own;
    }

    /** Does something for another company: whatever it calls in this thread works on that company's database. */
    public <T, X extends Throwable> T call(DataSource company, ScopedValue.CallableOp<T, X> operation) throws X {
        return ScopedValue.where(OTHER_COMPANY, company).call(operation);
    }

    @Override
    public Connection getConnection() throws SQLException {
        return OTHER_COMPANY.orElse(own).getConnection();
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return OTHER_COMPANY.orElse(own).getConnection(user, password);
    }
}
