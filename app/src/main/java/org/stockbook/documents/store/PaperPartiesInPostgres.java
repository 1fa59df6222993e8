package org.stockbook.documents.store;

import java.util.Optional;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.stockbook.documents.papers.PaperParties;
import org.stockbook.kernel.code.PartnerNo;
import org.stockbook.kernel.documents.TradeSide;
import org.stockbook.platform.i18n.Language;

/** The company and its partners as papers name them, one query a call. */
@Repository
class PaperPartiesInPostgres implements PaperParties {
    private static final String LANGUAGE = "SELECT coalesce(nullif(p.language_tag, ''), c.language_tag) FROM company c LEFT JOIN %s p ON p.no = ?";

    private final DSLContext dsl;

    PaperPartiesInPostgres(DSLContext dsl) {
        this.dsl = dsl;
    }

    @Override
    public Company company() {
        var row = dsl.fetchSingle("""
                SELECT name, address, address_2, concat_ws(' ', nullif(post_code, ''), nullif(city, '')), phone_no, email,
                    vat_registration_no, local_currency_code, bank_account FROM company""");
        var lines = Stream.of(1, 2, 3, 4, 5, 6).map(column -> row.get(column, String.class)).filter(line -> !line.isBlank());
        var name = Optional.of(row.get(0, String.class)).filter(given -> !given.isBlank()).orElse("Stockbook");
        return new Company(Stream.concat(Stream.of(name), lines).toList(), row.get(7, String.class), row.get(8, String.class).lines().toList());
    }

    @Override
    public Language languageOf(TradeSide side, PartnerNo partner) {
        var table = switch (side) {
            case PURCHASE -> "vendor";
            case SALES -> "customer";
        };
        return Language.ofTag(dsl.fetchSingle(LANGUAGE.formatted(table), partner.code()).get(0, String.class)).orElse(Language.ENGLISH);
    }
}
