package org.stockbook.scenario.play;

import org.stockbook.kernel.book.ItemCosts;
import org.stockbook.kernel.code.ItemNo;
import org.stockbook.scenario.company.Outcome;
import org.stockbook.scenario.operation.Fixture;
import org.stockbook.scenario.operation.MasterData;
import org.stockbook.scenario.operation.Operation.Action;
import org.stockbook.scenario.operation.Operation;

/** Makes, changes and deletes master data and setups. */
final class MasterDataChanges {
    private final PlayedCompany company;
    private final MasterDataChecks checks;
    private final AccountSetups accounts;

    MasterDataChanges(PlayedCompany company, Fixture fixture) {
        this.company = company;
        this.checks = new MasterDataChecks(company);
        this.accounts = new AccountSetups(fixture);
    }

    Outcome change(Operation.ChangeMasterData step) {
        var refusal = checks.refusal(step);
        if (refusal.isPresent()) {
            return Outcome.Refused.of(refusal.get());
        }
        switch (step.data()) {
            case MasterData.InventorySetup setup -> change(setup);
            case MasterData.AccountingPeriod period -> change(period);
            case MasterData.SalesSetup setup -> {
                company.settings().change(setup);
                company.books().keep(company.settings());
            }
            case MasterData.PurchasesSetup setup -> {
                company.settings().change(setup);
                company.books().keep(company.settings());
            }
            case MasterData.InventoryPostingSetup setup -> company.books().keep(accounts.change(setup));
            case MasterData.GeneralPostingSetup setup -> company.books().keep(accounts.change(setup));
            case MasterData.GeneralLedgerSetup _, MasterData.OfProduction _ -> {}
            case MasterData.Item _, MasterData.ItemUnit _, MasterData.ItemVariant _, MasterData.StockkeepingUnit _,
                    MasterData.Location _, MasterData.Currency _, MasterData.ExchangeRate _, MasterData.DefaultDimension _ ->
                changeCards(step);
        }
        return Outcome.DONE;
    }

    private void change(MasterData.AccountingPeriod period) {
        company.settings().change(period);
        company.books().keep(company.settings());
        if (period.averageCostCalcType().isPresent() || period.averageCostPeriod().isPresent()) {
            company.books().markAverages(company.settings().firstOpenYear());
        }
    }

    private void change(MasterData.InventorySetup setup) {
        var before = company.settings().costPosting();
        var averagesChanged = company.settings().change(setup);
        company.books().keep(company.settings());
        if (averagesChanged) {
            company.books().markAverages(company.settings().firstOpenYear());
        }
        if (company.settings().costPosting().expected() && !before.expected()) {
            company.books().queueExpectedCost();
        }
    }

    private void changeCards(Operation.ChangeMasterData step) {
        company.cards().change(step.action(), step.data());
        if (step.action() == Action.DELETE) {
            company.books().delete(step.data());
        }
        company.books().keep(company.cards());
        company.forgetEntries();
        if (step.action() != Action.DELETE) {
            changeCosts(step.data());
        }
    }

    private void changeCosts(MasterData data) {
        switch (data) {
            case MasterData.Item item -> {
                var no = new ItemNo(item.no());
                company.books().changeCosts(no, company.cards().costs(item, costsOf(no).card()));
            }
            case MasterData.StockkeepingUnit unit -> {
                var no = new ItemNo(unit.itemNo());
                var place = Cards.place(unit.variantCode(), unit.locationCode());
                var before = costsOf(no).stockkeepingUnit(place).orElse(costsOf(no).card());
                company.books().changeCosts(no, place, company.cards().costs(unit, before));
            }
            case MasterData.InventorySetup _, MasterData.GeneralLedgerSetup _, MasterData.PurchasesSetup _,
                    MasterData.SalesSetup _, MasterData.AccountingPeriod _, MasterData.ItemUnit _, MasterData.ItemVariant _,
                    MasterData.Location _, MasterData.Currency _, MasterData.ExchangeRate _, MasterData.DefaultDimension _,
                    MasterData.InventoryPostingSetup _, MasterData.GeneralPostingSetup _, MasterData.OfProduction _ -> {}
        }
    }

    private ItemCosts costsOf(ItemNo item) {
        return company.entries().book(item).costs();
    }
}
