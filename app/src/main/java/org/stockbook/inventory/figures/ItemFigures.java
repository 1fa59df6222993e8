package org.stockbook.inventory.figures;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.stockbook.platform.rows.RowSource;

/** Figures about items, each in one query over sums that postings keep. */
public interface ItemFigures {
    /** How long a period of statistics is. */
    enum Span {
        MONTH,
        QUARTER,
        YEAR
    }

    /**
     * What happened to an item in a period, in local currency. Sales and cost of goods sold stand above zero where the company sold.
     *
     * @param first day of the period
     * @param opening value of stock before it, expected costs included
     * @param increases of the value, above zero
     * @param decreases of the value, below zero
     */
    record Period(LocalDate first, BigDecimal sales, BigDecimal costOfGoodsSold, BigDecimal nonInventoriable, BigDecimal opening, BigDecimal increases, BigDecimal decreases) {
        public BigDecimal profit() {
            return sales.subtract(costOfGoodsSold).subtract(nonInventoriable);
        }

        public BigDecimal closing() {
            return opening.add(increases).add(decreases);
        }
    }

    /** The periods up to the one of a day, oldest first; those without movements, too. */
    List<Period> periods(String item, Span span, LocalDate until, int count);

    /** Items of which there is not more than their reorder point. */
    RowSource lowStock();
}
