package org.stockbook.kernel.business;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.stockbook.kernel.code.LocationCode;
import org.stockbook.kernel.code.VariantCode;
import org.stockbook.kernel.costing.AverageCalculation;
import org.stockbook.kernel.costing.AverageCostPolicy;
import org.stockbook.kernel.costing.AveragePeriodType;
import org.stockbook.kernel.costing.AverageRule;
import org.stockbook.kernel.documents.ChargeSplit;
import org.stockbook.kernel.documents.DocumentKind;
import org.stockbook.kernel.documents.TradeSide;
import org.stockbook.kernel.documents.posting.PostingChoice;
import org.stockbook.kernel.documents.transfer.TransferRoute;
import org.stockbook.kernel.ledger.CostingMethod;
import org.stockbook.kernel.ledger.Place;

/**
 * A business made of a seed: the same seed tells the same story. Stories buy, sell, return, transfer, invoice late and in parts,
 * bring freight, revalue, undo, cancel invoices and close periods, by journals and by documents, backdated and into negative stock, and end with
 * everything covered and invoiced.
 */
public final class RandomBusiness {
    static final List<Place> PLACES =
            List.of(OneItem.at("MAIN"), OneItem.at("EAST"), OneItem.at("WEST"), new Place(new VariantCode("RED"), new LocationCode("EAST")), Place.BLANK);
    private static final LocalDate START = LocalDate.of(2026, 1, 1);
    private static final LocalDate SECOND_YEAR = LocalDate.of(2026, 2, 1);

    private final Random random;
    private final List<Company.Card> cards = new ArrayList<>();
    private final AverageRule rule;
    private final Optional<AverageRule> laterRule;
    private final List<Step> steps = new ArrayList<>();
    private final boolean closes;
    private int day;

    public RandomBusiness(long seed) {
        random = new Random(seed);
        for (var items = 1 + random.nextInt(3); items > 0; items--) {
            var method = CostingMethod.values()[random.nextInt(CostingMethod.values().length)];
            cards.add(new Company.Card(method, "7.50", random.nextInt(4) == 0 ? "0.35" : "0"));
        }
        rule = rule();
        laterRule = random.nextInt(6) == 0 ? Optional.of(rule()) : Optional.empty();
        closes = random.nextInt(4) == 0;
        for (var length = 5 + random.nextInt(30); length > 0; length--) {
            day += random.nextInt(4);
            steps.add(step());
            if (steps.getLast() instanceof DocumentStep.Ship && random.nextInt(4) == 0) {
                changeOfMind();
            }
        }
    }

    /** The last shipment of a transfer is taken back, and perhaps leaves again. */
    private void changeOfMind() {
        steps.add(new CorrectionStep.UndoShipment(-1));
        if (random.nextBoolean()) {
            steps.add(new CorrectionStep.ShipAgain(date(), -1));
        }
    }

    private AverageRule rule() {
        return new AverageRule(
                AverageCalculation.values()[random.nextInt(2)],
                AveragePeriodType.values()[random.nextInt(AveragePeriodType.values().length)]);
    }

    public List<Step> steps() {
        return List.copyOf(steps);
    }

    public AverageCostPolicy policy() {
        var years = new TreeMap<LocalDate, AverageRule>(laterRule.map(later -> Map.of(SECOND_YEAR, later)).orElse(Map.of()));
        return new AverageCostPolicy(rule, years, Set.of());
    }

    /** The company before anything happens; costs exact at once, or provisional until adjusted. */
    public Company company(boolean exactAtOnce) {
        return new Company(cards, policy(), exactAtOnce, new CountedNumbers());
    }

    /** Tells the story to its settled end, running something after each step that happened. */
    public Company tell(boolean exactAtOnce, List<Step> story, Consumer<Company> afterEach) {
        var company = company(exactAtOnce);
        for (var step : story) {
            if (company.happens(step)) {
                afterEach.accept(company);
            }
        }
        company.settle();
        return company;
    }

    @Override
    public String toString() {
        return "items " + cards + ", " + rule + laterRule.map(later -> ", from " + SECOND_YEAR + " " + later).orElse("");
    }

    private Step step() {
        return switch (random.nextInt(27)) {
            case 0, 1 -> new JournalStep.Buy(item(), date(), place(), 1 + random.nextInt(12), cents());
            case 2 -> new JournalStep.Receive(item(), date(), place(), 1 + random.nextInt(12), cents());
            case 3, 4, 5 -> new JournalStep.Sell(item(), date(), place(), 1 + random.nextInt(9));
            case 6 -> new JournalStep.Ship(item(), date(), place(), 1 + random.nextInt(9));
            case 7 -> new JournalStep.Invoice(item(), date(), pick(), 1 + random.nextInt(6), 1 + random.nextInt(2000));
            case 8 -> new JournalStep.Charge(item(), date(), pick(), 1 + random.nextInt(5000));
            case 9 -> new JournalStep.Transfer(item(), date(), place(), PLACES.get(1 + random.nextInt(2)), 1 + random.nextInt(6));
            case 10 -> new JournalStep.TakeBack(item(), date(), pick(), place(), 1 + random.nextInt(4));
            case 11 -> new JournalStep.ReturnToVendor(item(), date(), pick(), 1 + random.nextInt(4));
            case 12, 13, 14 -> agreement();
            case 15, 16, 17, 18 -> new DocumentStep.Post(date(), pick(), percent(), percent(), random.nextInt(3) == 0 ? random.nextInt(40) - 20 : 0, choice());
            case 19 -> new DocumentStep.GiveBack(
                    date(), pick(), 1 + random.nextInt(4), cents(), random.nextBoolean() ? DocumentKind.RETURN_ORDER : DocumentKind.CREDIT_MEMO, random.nextBoolean());
            case 20 -> freight();
            case 21, 22 -> transfer();
            case 23 -> new DocumentStep.Arrive(date(), pick(), 1 + random.nextInt(6));
            case 24, 25 -> correction();
            default -> seldom();
        };
    }

    private Step correction() {
        return random.nextInt(3) == 0 ? new CorrectionStep.UndoShipment(pick()) : new CorrectionStep.Cancel(date(), pick());
    }

    private Step agreement() {
        var side = random.nextInt(5) < 3 ? TradeSide.PURCHASE : TradeSide.SALES;
        var kind = switch (random.nextInt(8)) {
            case 0 -> DocumentKind.INVOICE;
            case 1 -> side == TradeSide.SALES ? DocumentKind.RETURN_ORDER : DocumentKind.ORDER;
            case 2 -> side == TradeSide.SALES ? DocumentKind.CREDIT_MEMO : DocumentKind.ORDER;
            default -> DocumentKind.ORDER;
        };
        var lines = new ArrayList<AgreementStep.Wanted>();
        for (var count = 1 + random.nextInt(3); count > 0; count--) {
            lines.add(new AgreementStep.Wanted(
                    item(), place(), 1 + random.nextInt(9), 1 + random.nextInt(3000), random.nextInt(6) == 0, random.nextInt(4) == 0 ? random.nextInt(30) : 0));
        }
        var freight = side == TradeSide.PURCHASE && random.nextInt(4) == 0 ? 1 + random.nextInt(3000) : 0;
        return new AgreementStep(date(), side, kind, lines, random.nextInt(6) == 0, random.nextInt(6) == 0, freight);
    }

    private Step freight() {
        var targets = new ArrayList<Integer>();
        for (var count = 1 + random.nextInt(3); count > 0; count--) {
            targets.add(pick());
        }
        var split = random.nextInt(5) == 0 ? Optional.<ChargeSplit>empty() : Optional.of(ChargeSplit.values()[random.nextInt(4)]);
        var side = random.nextInt(4) == 0 ? TradeSide.SALES : TradeSide.PURCHASE;
        return new ChargeStep(date(), side, random.nextInt(6) == 0, 1 + random.nextInt(4000), targets, split);
    }

    private Step transfer() {
        var route = switch (random.nextInt(4)) {
            case 0 -> new TransferRoute.DirectInOneStep();
            case 1 -> new TransferRoute.DirectInTwoSteps();
            default -> new TransferRoute.InTransit(Moves.TRUCK);
        };
        return new DocumentStep.Ship(date(), item(), place(), PLACES.get(1 + random.nextInt(2)).location(), 1 + random.nextInt(6), route);
    }

    private Step seldom() {
        var item = item();
        var method = cards.get(item % cards.size()).method();
        return switch (random.nextInt(closes ? 6 : 5)) {
            case 0 -> new JournalStep.Undo(item, pick());
            case 1 -> new DocumentStep.UndoPosted(pick());
            case 2 -> new DocumentStep.InvoiceReceipts(date(), pick(), random.nextInt(30) - 10);
            case 3 -> method == CostingMethod.AVERAGE
                    ? revaluation(item)
                    : new JournalStep.Revalue(item, date(), pick(), random.nextInt(3000) - 1000);
            case 4 -> revaluation(item);
            default -> new PeriodStep(START.plusDays(Math.max(1, day - 10)));
        };
    }

    private Step revaluation(int item) {
        var date = policy().periodOf(LocalDate.parse(date())).last();
        return new JournalStep.RevalueAll(item, date, random.nextInt(3000) - 1000);
    }

    private int item() {
        return random.nextInt(3);
    }

    private int pick() {
        return random.nextInt(100);
    }

    private int percent() {
        return random.nextInt(3) > 0 ? 100 : random.nextInt(100);
    }

    private PostingChoice choice() {
        return switch (random.nextInt(5)) {
            case 0, 1 -> PostingChoice.HANDLE;
            case 2 -> PostingChoice.INVOICE;
            default -> PostingChoice.BOTH;
        };
    }

    private Place place() {
        return random.nextInt(3) > 0 ? PLACES.getFirst() : PLACES.get(random.nextInt(PLACES.size()));
    }

    private long cents() {
        return 100 + random.nextInt(20_000);
    }

    /** Mostly today, sometimes up to three weeks ago. */
    private String date() {
        var back = random.nextInt(5) == 0 ? random.nextInt(21) : 0;
        return START.plusDays(Math.max(0, day - back)).toString();
    }
}
