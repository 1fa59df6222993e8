package org.stockbook.kernel.documents;

import org.stockbook.kernel.origin.ReturnReasonCode;

/**
 * Why the goods of a line come back or go back (spec: sales, section 8).
 *
 * @param withoutValue what customers give back is taken back at cost 0; means nothing for what goes back to a vendor
 */
public record ReturnReason(ReturnReasonCode code, boolean withoutValue) {
    public static final ReturnReason NONE = new ReturnReason(ReturnReasonCode.BLANK, false);
}
