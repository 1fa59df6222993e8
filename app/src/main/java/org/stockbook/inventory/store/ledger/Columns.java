package org.stockbook.inventory.store.ledger;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import org.stockbook.kernel.measure.Amount;
import org.stockbook.kernel.measure.Quantity;
import org.stockbook.kernel.measure.UnitCost;

/** Reads the columns of a row one after the other, as the kernel's types. */
final class Columns {
    private final ResultSet row;
    private int column;

    private Columns(ResultSet row) {
        this.row = row;
    }

    static Columns of(ResultSet row) {
        return new Columns(row);
    }

    /** 0 where there is none. */
    long number() throws SQLException {
        return row.getLong(++column);
    }

    int integer() throws SQLException {
        return row.getInt(++column);
    }

    boolean truth() throws SQLException {
        return row.getBoolean(++column);
    }

    /** Empty where there is none. */
    String text() throws SQLException {
        var text = row.getString(++column);
        return text == null ? "" : text;
    }

    /** {@link LocalDate#MIN} where there is none. */
    LocalDate date() throws SQLException {
        var date = row.getObject(++column, LocalDate.class);
        return date == null ? LocalDate.MIN : date;
    }

    Quantity quantity() throws SQLException {
        return Quantity.ofUnscaled(unscaled(Quantity.SCALE));
    }

    UnitCost unitCost() throws SQLException {
        return UnitCost.ofUnscaled(unscaled(UnitCost.SCALE));
    }

    Amount amount() throws SQLException {
        return Amount.ofUnscaled(unscaled(Amount.SCALE));
    }

    BigDecimal decimal() throws SQLException {
        return row.getBigDecimal(++column);
    }

    <E extends Enum<E>> E label(Class<E> type) throws SQLException {
        return Enum.valueOf(type, row.getString(++column));
    }

    /** Columns have the scale of the kernel's types, and a width that fits a long. */
    private long unscaled(int scale) throws SQLException {
        var value = row.getBigDecimal(++column);
        return value.signum() == 0 ? 0 : value.setScale(scale).unscaledValue().longValueExact();
    }
}
