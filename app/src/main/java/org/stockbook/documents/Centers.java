package org.stockbook.documents;

import java.util.Optional;
import org.stockbook.kernel.code.LocationCode;
import org.stockbook.kernel.documents.TradeSide;
import org.stockbook.platform.database.SetupVersion;

/** Responsibility centres as documents meet them (spec: responsibility-centers, sections 3 to 6). */
public interface Centers {
    /** What holds for a user on one side, read once for a call. */
    OfUser of(TradeSide side, String user);

    /** The same where the transaction that is running has asked how far the setups have come. */
    OfUser of(TradeSide side, String user, SetupVersion setups);

    /**
     * The centre of a user.
     *
     * @param limitedTo the only centre whose documents the user works with; empty for all
     * @param proposed for new documents, before the partner's; empty for none
     * @param location of new documents where neither partner nor centre has one
     */
    record OfUser(Optional<String> limitedTo, Optional<String> proposed, LocationCode location) {
        /** Documents of other centres, or of none, do not exist for who is limited. */
        public boolean sees(Particulars document) {
            return limitedTo.isEmpty() || limitedTo.get().equals(document.center());
        }
    }
}
