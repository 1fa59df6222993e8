package org.stockbook.web.calls;

import java.util.Optional;

/**
 * Records that programs address by an id although they stand in no collection of the catalogue, or in a collection together with others, such as
 * posted invoices among those that are not posted. Rooms declare them.
 */
@FunctionalInterface
public interface AddressedRecords {
    /**
     * The part of an address that names a record for people, for instance {@code number:1000}.
     *
     * @param id as it was sent; of any record, this company's or not
     */
    Optional<String> address(String collection, String id);
}
