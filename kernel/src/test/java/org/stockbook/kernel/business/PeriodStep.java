package org.stockbook.kernel.business;

import java.time.LocalDate;

/** What the accountant does: brings costs up to date and closes inventory up to a date, if nothing of it is open. */
public record PeriodStep(LocalDate upTo) implements Step {
    @Override
    public boolean happen(Company company) {
        company.adjust();
        return company.close(upTo);
    }

    @Override
    public String toString() {
        return "costs adjusted, inventory closed up to " + upTo;
    }
}
