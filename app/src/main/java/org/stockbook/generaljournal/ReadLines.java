package org.stockbook.generaljournal;

import static org.stockbook.generaljournal.GeneralJournalField.*;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.stockbook.generaljournal.JournalBooks.CurrencyDay;
import org.stockbook.kernel.code.AccountNo;
import org.stockbook.kernel.code.CurrencyCode;
import org.stockbook.kernel.code.DocumentNo;
import org.stockbook.kernel.code.PartnerNo;
import org.stockbook.kernel.code.ReasonCode;
import org.stockbook.kernel.code.VatBusinessGroup;
import org.stockbook.kernel.code.VatProductGroup;
import org.stockbook.kernel.documents.TradeSide;
import org.stockbook.kernel.generaljournal.AppliesTo;
import org.stockbook.kernel.generaljournal.GeneralJournalLine;
import org.stockbook.kernel.generaljournal.JournalAccount;
import org.stockbook.kernel.generaljournal.JournalDocument;
import org.stockbook.kernel.generaljournal.JournalValue;
import org.stockbook.kernel.generaljournal.LineTerms;
import org.stockbook.kernel.generaljournal.VatCombination;
import org.stockbook.kernel.measure.ExchangeRate;
import org.stockbook.kernel.measure.Money;
import org.stockbook.kernel.origin.DimensionSetId;
import org.stockbook.kernel.posting.LineNo;

/** Reads drafts as lines of the general journal; what cannot be read is an issue of its field. */
@Component
class ReadLines {
    private static final int LONGEST_CODE = 20;
    private static final int LONGEST_NUMBER = 40;
    private static final int WHOLE_DIGITS = 13;

    private final JournalBooks books;
    private final AccountDimensions dimensions;

    ReadLines(JournalBooks books, AccountDimensions dimensions) {
        this.books = books;
        this.dimensions = dimensions;
    }

    /** The lines that can be read, and what is wrong with the others. */
    record Readings(List<GeneralJournalLine> lines, List<DraftIssue> issues) {
        Readings {
            lines = List.copyOf(lines);
            issues = List.copyOf(issues);
        }
    }

    Readings read(List<DraftLine> drafts) {
        var figured = new HashMap<DraftLine, Figures>();
        var issues = new ArrayList<DraftIssue>();
        for (var draft : drafts) {
            var reader = new Reader(draft);
            reader.figures().ifPresent(figures -> figured.put(draft, figures));
            issues.addAll(reader.issues);
        }
        var rates = books.rates(figured.values().stream().map(Figures::currencyDay).filter(day -> !day.currency().isBlank()).distinct().toList());
        var sets = dimensions.of(drafts);
        var lines = new ArrayList<GeneralJournalLine>();
        for (var draft : drafts) {
            var figures = figured.get(draft);
            issues.addAll(sets.issues(draft));
            if (figures != null) {
                var rate = figures.currency().isBlank() ? ExchangeRate.LOCAL : rates.get(figures.currencyDay());
                if (rate == null) {
                    issues.add(DraftIssue.of(draft, CURRENCY, "finance.exchange-rate-missing",
                            Map.of("currency", figures.currency().code(), "date", figures.document().postingDate())));
                } else {
                    lines.add(figures.line(new JournalValue(figures.currency(), figures.money(), rate.toLocal(figures.money())), sets.of(draft)));
                }
            }
        }
        return new Readings(lines, issues);
    }

    /** A line that wants only its rate and its dimensions. */
    private record Figures(
            LineNo no, JournalDocument document, JournalAccount account, Optional<JournalAccount> balancing, CurrencyCode currency, Money money, LineTerms terms) {
        CurrencyDay currencyDay() {
            return new CurrencyDay(currency, document.postingDate());
        }

        GeneralJournalLine line(JournalValue value, DimensionSetId set) {
            var whole = new LineTerms(terms.description(), terms.vat(), terms.appliesTo(), set, terms.reason(), terms.correction());
            return new GeneralJournalLine(no, document, account, balancing, value, whole);
        }
    }

    /** Reads one draft. */
    private static final class Reader {
        private final DraftLine draft;
        private final List<DraftIssue> issues = new ArrayList<>();

        Reader(DraftLine draft) {
            this.draft = draft;
        }

        Optional<Figures> figures() {
            var postingDate = required(POSTING_DATE, date(POSTING_DATE));
            var documentDate = date(DOCUMENT_DATE);
            var dueDate = date(DUE_DATE);
            var account = required(ACCOUNT_NO, account(ACCOUNT_TYPE, ACCOUNT_NO));
            var balancing = account(BALANCING_TYPE, BALANCING_NO);
            var money = required(AMOUNT, money());
            var terms = new LineTerms(text(DESCRIPTION), vat(), appliesTo(), DimensionSetId.EMPTY,
                    new ReasonCode(code(REASON)), flag(CORRECTION));
            var kind = kind(DOCUMENT_TYPE);
            var no = new DocumentNo(code(DOCUMENT_NO));
            var currency = new CurrencyCode(code(CURRENCY));
            if (!issues.isEmpty()) {
                return Optional.empty();
            }
            var day = postingDate.orElseThrow();
            var document = new JournalDocument(
                    kind, no, text(EXTERNAL_DOCUMENT_NO), day, documentDate.orElse(day), dueDate.orElse(documentDate.orElse(day)), flag(CLOSING));
            return Optional.of(new Figures(
                    new LineNo(draft.lineNo()), document, account.orElseThrow(), balancing, currency, money.orElseThrow(), terms));
        }

        private void issue(GeneralJournalField field, String code, Map<String, Object> parameters) {
            issues.add(DraftIssue.of(draft, field, code, parameters));
        }

        private <T> Optional<T> required(GeneralJournalField field, Optional<T> value) {
            if (value.isEmpty() && text(field).isEmpty()) {
                issue(field, "common.field-required", Map.of("field", field.property()));
            }
            return value;
        }

        private String text(GeneralJournalField field) {
            return draft.text(field);
        }

        private String code(GeneralJournalField field) {
            var code = text(field).toUpperCase(Locale.ROOT);
            if (code.length() > LONGEST_CODE) {
                unreadable(field);
                return "";
            }
            return code;
        }

        private void unreadable(GeneralJournalField field) {
            issue(field, "api.malformed", Map.of("field", field.property(), "value", text(field), "reason", text(field)));
        }

        private Optional<LocalDate> date(GeneralJournalField field) {
            if (text(field).isEmpty()) {
                return Optional.empty();
            }
            try {
                var date = LocalDate.parse(text(field));
                if (date.getYear() > 0 && date.getYear() < 10_000) {
                    return Optional.of(date);
                }
            } catch (DateTimeException _) {
                // said below
            }
            unreadable(field);
            return Optional.empty();
        }

        private Optional<Money> money() {
            if (text(AMOUNT).isEmpty()) {
                return Optional.empty();
            }
            try {
                var figure = text(AMOUNT).length() > LONGEST_NUMBER ? BigDecimal.ONE.movePointRight(LONGEST_NUMBER) : new BigDecimal(text(AMOUNT));
                if (figure.precision() - figure.scale() > WHOLE_DIGITS || figure.scale() > LONGEST_NUMBER) {
                    unreadable(AMOUNT);
                    return Optional.empty();
                }
                if (figure.stripTrailingZeros().scale() > 2) {
                    issue(AMOUNT, "api.needs-rounding", Map.of("field", AMOUNT.property(), "value", text(AMOUNT), "decimals", 2));
                    return Optional.empty();
                }
                return Optional.of(Money.of(figure));
            } catch (NumberFormatException _) {
                unreadable(AMOUNT);
                return Optional.empty();
            }
        }

        private Optional<JournalAccount> account(GeneralJournalField type, GeneralJournalField number) {
            var no = code(number);
            if (no.isEmpty()) {
                return Optional.empty();
            }
            return switch (text(type)) {
                case "", "account" -> Optional.of(new JournalAccount.Ledger(new AccountNo(no)));
                case "vendor" -> Optional.of(new JournalAccount.Partner(TradeSide.PURCHASE, new PartnerNo(no)));
                case "customer" -> Optional.of(new JournalAccount.Partner(TradeSide.SALES, new PartnerNo(no)));
                default -> {
                    unreadable(type);
                    yield Optional.empty();
                }
            };
        }

        private JournalDocument.Kind kind(GeneralJournalField field) {
            return switch (text(field)) {
                case "", "none" -> JournalDocument.Kind.NONE;
                case "payment" -> JournalDocument.Kind.PAYMENT;
                case "invoice" -> JournalDocument.Kind.INVOICE;
                case "creditMemo" -> JournalDocument.Kind.CREDIT_MEMO;
                case "refund" -> JournalDocument.Kind.REFUND;
                default -> {
                    unreadable(field);
                    yield JournalDocument.Kind.NONE;
                }
            };
        }

        private Optional<AppliesTo> appliesTo() {
            var no = code(APPLIES_TO_NO);
            var kind = kind(APPLIES_TO_TYPE);
            return no.isEmpty() ? Optional.empty() : Optional.of(new AppliesTo(text(APPLIES_TO_TYPE).isEmpty() ? JournalDocument.Kind.INVOICE : kind, new DocumentNo(no)));
        }

        private Optional<VatCombination> vat() {
            var business = new VatBusinessGroup(code(TAX_BUSINESS_GROUP));
            var product = new VatProductGroup(code(TAX_PRODUCT_GROUP));
            return switch (text(POSTING_TYPE)) {
                case "", "none" -> Optional.empty();
                case "purchase" -> Optional.of(new VatCombination(TradeSide.PURCHASE, business, product));
                case "sale" -> Optional.of(new VatCombination(TradeSide.SALES, business, product));
                default -> {
                    unreadable(POSTING_TYPE);
                    yield Optional.empty();
                }
            };
        }

        private boolean flag(GeneralJournalField field) {
            return switch (text(field)) {
                case "true" -> true;
                case "", "false" -> false;
                default -> {
                    unreadable(field);
                    yield false;
                }
            };
        }
    }
}
