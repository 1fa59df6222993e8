package org.stockbook.documents.store;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.stockbook.documents.Centers;
import org.stockbook.kernel.code.LocationCode;
import org.stockbook.kernel.documents.TradeSide;
import org.stockbook.platform.database.SetupRevision;
import org.stockbook.platform.database.SetupVersion;

/** Responsibility centres of users, one query a call; postings keep them until a setup changes. */
@Repository
class CentersInPostgres implements Centers {
    private static final String OF_USER = """
            SELECT own.code, company_center.code, c.default_center_restricts_users, l.code
            FROM company c JOIN location l ON l.id = c.location_id
            LEFT JOIN responsibility_center company_center ON company_center.id = c.responsibility_center_id
            LEFT JOIN app_user u ON u.login = ? LEFT JOIN user_setup s ON s.user_id = u.id
            LEFT JOIN responsibility_center own ON own.id = s.%s_responsibility_center_id""";

    private final DSLContext dsl;
    private final SetupRevision.Kept<Map<Asked, OfUser>> kept;

    CentersInPostgres(DSLContext dsl, SetupRevision revision) {
        this.dsl = dsl;
        this.kept = revision.keep(ConcurrentHashMap::new);
    }

    @Override
    public OfUser of(TradeSide side, String user, SetupVersion setups) {
        return kept.get(setups).computeIfAbsent(new Asked(side, user), _ -> of(side, user));
    }

    @Override
    public OfUser of(TradeSide side, String user) {
        var column = switch (side) {
            case PURCHASE -> "purchase";
            case SALES -> "sales";
        };
        var row = dsl.fetchSingle(OF_USER.formatted(column), user);
        var own = Optional.ofNullable(row.get(0, String.class));
        var company = Optional.ofNullable(row.get(1, String.class));
        var limited = own.or(() -> company.filter(_ -> row.get(2, Boolean.class)));
        return new OfUser(limited, own.or(() -> company), new LocationCode(row.get(3, String.class)));
    }

    private record Asked(TradeSide side, String user) {}
}
