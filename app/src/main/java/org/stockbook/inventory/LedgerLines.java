package org.stockbook.inventory;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import org.stockbook.finance.GeneralLedgerLine;
import org.stockbook.finance.LedgerTerms;
import org.stockbook.finance.RegisterStamp;
import org.stockbook.kernel.code.PartnerNo;
import org.stockbook.kernel.generalledger.GeneralLedgerTransaction;
import org.stockbook.kernel.generalledger.LineDescription;
import org.stockbook.kernel.ledger.PostingGroups;
import org.stockbook.kernel.origin.Origin;
import org.stockbook.kernel.origin.PartnerType;
import org.stockbook.platform.i18n.Language;
import org.stockbook.platform.i18n.Texts;

/** Turns what the kernel says into lines of the general ledger, with a description that people can read. */
@Component
final class LedgerLines {
    /** The same few descriptions come again and again; a day's worth of them is small. */
    private static final int MOST = 2_000;

    private final Texts texts;
    private final Map<Wording, String> written = new ConcurrentHashMap<>();

    LedgerLines(Texts texts) {
        this.texts = texts;
    }

    List<List<GeneralLedgerLine>> of(List<GeneralLedgerTransaction> transactions, RegisterStamp stamp, Language language) {
        if (written.size() > MOST) {
            written.clear();
        }
        return transactions.stream()
                .map(transaction -> transaction.lines().stream()
                        .map(line -> line(line, stamp, written.computeIfAbsent(
                                new Wording(line.description(), language), wording -> description(wording.description(), language))))
                        .toList())
                .toList();
    }

    private GeneralLedgerLine line(org.stockbook.kernel.generalledger.GeneralLedgerLine line, RegisterStamp stamp, String description) {
        var from = line.origin();
        var origin = new Origin(
                from.documentType(),
                from.document(),
                0,
                "",
                line.postingDate(),
                PartnerType.NONE,
                PartnerNo.BLANK,
                from.order(),
                from.dimensions(),
                description,
                org.stockbook.kernel.generalledger.GeneralLedgerLine.SOURCE,
                from.reason(),
                stamp.batch());
        return new GeneralLedgerLine(line.account(), line.postingDate(), line.amount(), PostingGroups.BLANK, origin, LedgerTerms.OF_PROGRAM);
    }

    /** Descriptions are kept with the entries, so they are written in the language of the company. */
    private String description(LineDescription description, Language language) {
        return switch (description) {
            case LineDescription.OfEntry entry when entry.source().isBlank() ->
                texts.text(
                        language,
                        "ledger.description.of-entry-alone",
                        Map.of("type", name(entry.type(), language), "date", entry.date()));
            case LineDescription.OfEntry entry ->
                texts.text(
                        language,
                        "ledger.description.of-entry",
                        Map.of("type", name(entry.type(), language), "source", entry.source().code(), "date", entry.date()));
            case LineDescription.OfGroup group ->
                texts.text(
                        language,
                        "ledger.description.of-group",
                        Map.of("type", name(group.type(), language), "balancing", name(group.balancing(), language)));
        };
    }

    private String name(Enum<?> value, Language language) {
        return texts.text(
                language,
                "ledger." + value.getClass().getSimpleName() + "." + value.name().toLowerCase(Locale.ROOT));
    }

    private record Wording(LineDescription description, Language language) {}
}
