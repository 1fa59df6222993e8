package org.stockbook.kernel.generaljournal;

import org.stockbook.kernel.code.VatBusinessGroup;
import org.stockbook.kernel.code.VatProductGroup;
import org.stockbook.kernel.documents.TradeSide;

/** Names a row of the VAT posting setup and whether VAT is paid (purchase) or owed (sales). */
public record VatCombination(TradeSide side, VatBusinessGroup business, VatProductGroup product) {}
