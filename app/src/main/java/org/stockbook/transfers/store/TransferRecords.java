package org.stockbook.transfers.store;

import static org.stockbook.platform.database.jooq.Tables.LOCATION;
import static org.stockbook.platform.database.jooq.Tables.TRANSFER_ROUTE;
import static org.stockbook.platform.records.RecordField.Trait.KEY;
import static org.stockbook.platform.records.RecordField.Trait.LISTED;
import static org.stockbook.platform.records.RecordField.Trait.REQUIRED;
import static org.stockbook.platform.records.RecordField.choice;
import static org.stockbook.platform.records.RecordField.code;
import static org.stockbook.platform.records.RecordField.reference;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.stockbook.platform.records.Lookup;
import org.stockbook.platform.records.RecordType;
import org.stockbook.platform.records.RecordType.Access;
import org.stockbook.platform.records.RecordType.Codes;
import org.stockbook.platform.records.RecordType.Rules;
import org.stockbook.platform.security.Permission;
import org.stockbook.transfers.TransferRouteCheck;

/** Routes of transfers: fields, table, rights. */
@Configuration(proxyBeanMethods = false)
class TransferRecords {
    private static final Access ACCESS = new Access(Permission.READ_INVENTORY, Permission.CHANGE_ORGANISATION);
    private static final Lookup LOCATIONS = Lookup.of("locations", LOCATION, LOCATION.ID, LOCATION.CODE);

    @Bean
    RecordType transferRoutes(TransferRouteCheck check) {
        var route = TRANSFER_ROUTE;
        return RecordType.of("transferRoutes", route, ACCESS, List.of(
                reference("transferFromCode", route.FROM_LOCATION_ID, LOCATIONS).with(KEY, REQUIRED, LISTED),
                reference("transferToCode", route.TO_LOCATION_ID, LOCATIONS).with(KEY, REQUIRED, LISTED),
                choice("transferRoute", route.ROUTE).with(LISTED),
                reference("inTransitCode", route.IN_TRANSIT_LOCATION_ID, LOCATIONS).with(LISTED),
                code("shippingTime", route.SHIPPING_TIME).with(LISTED)))
                .with(new Rules(List.of(), List.of(check), List.of(), List.of(), Codes.COMMON));
    }
}
