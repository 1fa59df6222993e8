package org.stockbook.documents.papers;

import java.util.List;
import org.stockbook.kernel.code.PartnerNo;
import org.stockbook.kernel.documents.TradeSide;
import org.stockbook.platform.i18n.Language;

/** Who is named on a paper: the company, and in which language its partners read. */
public interface PaperParties {
    Company company();

    /** The partner's language, else the company's. */
    Language languageOf(TradeSide side, PartnerNo partner);

    /**
     * The company as its letters name it.
     *
     * @param lines name and address, the name first; never empty
     * @param currency code of the local currency
     * @param foot where to pay, how to reach it; may be empty
     */
    record Company(List<String> lines, String currency, List<String> foot) {
        public Company {
            lines = List.copyOf(lines);
            foot = List.copyOf(foot);
        }
    }
}
