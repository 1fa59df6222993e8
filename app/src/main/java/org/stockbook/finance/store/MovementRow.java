package org.stockbook.finance.store;

import static org.stockbook.platform.database.jooq.tables.GlAccountMovement.GL_ACCOUNT_MOVEMENT;

import java.time.LocalDate;
import org.stockbook.platform.database.TableWriter;

/** What one posting moves on an account on a day; debit and credit in cents, both zero or above unless corrected. */
record MovementRow(Key key, long debit, long credit, int entries) {
    /** Whose movement it is. */
    record Key(long account, LocalDate postingDate, boolean closing, long dimensionSet) {}

    static MovementRow of(GeneralLedgerRow row) {
        var amount = row.line().amount().unscaled();
        var key = new Key(row.keys().account(), row.line().postingDate(), row.line().terms().closing(), row.line().origin().dimensions().value());
        return new MovementRow(key, Math.max(amount, 0), Math.max(-amount, 0), 1);
    }

    MovementRow plus(MovementRow other) {
        return new MovementRow(key, debit + other.debit, credit + other.credit, entries + other.entries);
    }

    static final TableWriter<MovementRow> TABLE = TableWriter.<MovementRow>into(GL_ACCOUNT_MOVEMENT)
            .int8(GL_ACCOUNT_MOVEMENT.GL_ACCOUNT_ID, row -> row.key.account())
            .date(GL_ACCOUNT_MOVEMENT.POSTING_DATE, row -> row.key.postingDate())
            .bool(GL_ACCOUNT_MOVEMENT.CLOSING_DATE, row -> row.key.closing())
            .int8(GL_ACCOUNT_MOVEMENT.DIMENSION_SET_ID, row -> row.key.dimensionSet())
            .decimal(GL_ACCOUNT_MOVEMENT.DEBIT_AMOUNT, MovementRow::debit)
            .decimal(GL_ACCOUNT_MOVEMENT.CREDIT_AMOUNT, MovementRow::credit)
            .int4(GL_ACCOUNT_MOVEMENT.ENTRY_COUNT, MovementRow::entries);
}
