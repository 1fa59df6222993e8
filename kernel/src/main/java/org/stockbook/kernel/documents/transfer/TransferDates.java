package org.stockbook.kernel.documents.transfer;

import java.time.LocalDate;
import org.stockbook.kernel.measure.DateFormula;

/**
 * When goods leave the stock of one place and are available at another; all days count as working days (spec: transfer, section 5).
 *
 * @param shipment goods leave stock
 * @param receipt goods are available
 */
public record TransferDates(LocalDate shipment, LocalDate receipt) {
    /** How long the parts of the way take. */
    public record Times(DateFormula outbound, DateFormula shipping, DateFormula inbound) {
        public static final Times NONE = new Times(DateFormula.BLANK, DateFormula.BLANK, DateFormula.BLANK);

        private LocalDate arrival(LocalDate shipment) {
            return inbound.from(shipping.from(outbound.from(shipment)));
        }

        private LocalDate departure(LocalDate receipt) {
            return outbound.before(shipping.before(inbound.before(receipt)));
        }
    }

    /** Forward from the day on which goods leave. */
    public static TransferDates leaving(LocalDate shipment, Times times) {
        return new TransferDates(shipment, times.arrival(shipment));
    }

    /** Back from the day on which goods are wanted. */
    public static TransferDates arriving(LocalDate receipt, Times times) {
        return new TransferDates(times.departure(receipt), receipt);
    }
}
