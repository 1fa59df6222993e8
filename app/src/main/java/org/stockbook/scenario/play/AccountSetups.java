package org.stockbook.scenario.play;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stockbook.scenario.operation.Fixture;
import org.stockbook.scenario.operation.MasterData;

/** The rows of the posting setups, as scenarios change them. */
final class AccountSetups {
    private final List<Fixture.InventoryPostingSetup> inventory;
    private final List<Fixture.GeneralPostingSetup> general;

    AccountSetups(Fixture fixture) {
        inventory = new ArrayList<>(fixture.inventoryPostingSetup());
        general = new ArrayList<>(fixture.generalPostingSetup());
    }

    /** The whole row after a change. */
    Fixture.InventoryPostingSetup change(MasterData.InventoryPostingSetup data) {
        var before = inventory.stream()
                .filter(row -> row.location().equals(data.locationCode()))
                .filter(row -> row.inventoryPostingGroup().equals(data.invtPostingGroupCode()))
                .findFirst();
        var after = new Fixture.InventoryPostingSetup(
                data.locationCode(),
                data.invtPostingGroupCode(),
                now(data.inventoryAccount(), before.map(Fixture.InventoryPostingSetup::inventory)),
                now(data.inventoryAccountInterim(), before.map(Fixture.InventoryPostingSetup::inventoryInterim)),
                now(data.wipAccount(), before.map(Fixture.InventoryPostingSetup::wip)),
                now(data.materialVarianceAccount(), before.map(Fixture.InventoryPostingSetup::materialVariance)),
                now(data.capacityVarianceAccount(), before.map(Fixture.InventoryPostingSetup::capacityVariance)),
                now(data.subcontractedVarianceAccount(), before.map(Fixture.InventoryPostingSetup::subcontractedVariance)),
                now(data.capOverheadVarianceAccount(), before.map(Fixture.InventoryPostingSetup::capacityOverheadVariance)),
                now(data.mfgOverheadVarianceAccount(), before.map(Fixture.InventoryPostingSetup::manufacturingOverheadVariance)));
        before.ifPresent(inventory::remove);
        inventory.add(after);
        return after;
    }

    /** The whole row after a change. */
    Fixture.GeneralPostingSetup change(MasterData.GeneralPostingSetup data) {
        var before = general.stream()
                .filter(row -> row.genBusPostingGroup().equals(data.genBusPostingGroup()))
                .filter(row -> row.genProdPostingGroup().equals(data.genProdPostingGroup()))
                .findFirst();
        var after = new Fixture.GeneralPostingSetup(
                data.genBusPostingGroup(),
                data.genProdPostingGroup(),
                now(data.inventoryAdjmtAccount(), before.map(Fixture.GeneralPostingSetup::inventoryAdjustment)),
                now(data.directCostAppliedAccount(), before.map(Fixture.GeneralPostingSetup::directCostApplied)),
                now(data.overheadAppliedAccount(), before.map(Fixture.GeneralPostingSetup::overheadApplied)),
                now(data.purchaseVarianceAccount(), before.map(Fixture.GeneralPostingSetup::purchaseVariance)),
                now(data.cogsAccount(), before.map(Fixture.GeneralPostingSetup::cogs)),
                now(data.cogsAccountInterim(), before.map(Fixture.GeneralPostingSetup::cogsInterim)),
                now(data.invtAccrualAccInterim(), before.map(Fixture.GeneralPostingSetup::inventoryAccrualInterim)),
                now(data.purchAccount(), before.map(Fixture.GeneralPostingSetup::purchases)),
                now(data.purchCreditMemoAccount(), before.map(Fixture.GeneralPostingSetup::purchaseCredit)),
                now(data.salesAccount(), before.map(Fixture.GeneralPostingSetup::sales)),
                now(data.salesCreditMemoAccount(), before.map(Fixture.GeneralPostingSetup::salesCredit)),
                now(data.purchLineDiscAccount(), before.map(Fixture.GeneralPostingSetup::purchaseLineDiscount)),
                now(data.purchInvDiscAccount(), before.map(Fixture.GeneralPostingSetup::purchaseInvoiceDiscount)),
                now(data.salesLineDiscAccount(), before.map(Fixture.GeneralPostingSetup::salesLineDiscount)),
                now(data.salesInvDiscAccount(), before.map(Fixture.GeneralPostingSetup::salesInvoiceDiscount)));
        before.ifPresent(general::remove);
        general.add(after);
        return after;
    }

    private static String now(Optional<String> changed, Optional<String> before) {
        return changed.or(() -> before).orElse("");
    }
}
