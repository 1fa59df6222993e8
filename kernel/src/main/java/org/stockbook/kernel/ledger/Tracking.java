package org.stockbook.kernel.ledger;

import org.stockbook.kernel.code.LotNo;
import org.stockbook.kernel.code.PackageNo;
import org.stockbook.kernel.code.SerialNo;

/** The numbers that follow the goods of one entry; blank where they are not tracked (spec: tracking). */
public record Tracking(SerialNo serial, LotNo lot, PackageNo packageNo) {
    public static final Tracking NONE = new Tracking(SerialNo.BLANK, LotNo.BLANK, PackageNo.BLANK);

    public static Tracking ofSerial(SerialNo serial) {
        return new Tracking(serial, LotNo.BLANK, PackageNo.BLANK);
    }

    public boolean isNone() {
        return serial.isBlank() && lot.isBlank() && packageNo.isBlank();
    }
}
