package org.stockbook.platform.security;

import static org.stockbook.platform.security.Permission.*;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Who may do what: one set per kind of work. The matrix is part of the product, so that everybody's rights can be read here. */
public enum PermissionSet {
    ADMINISTRATOR(EnumSet.allOf(Permission.class)),
    INVENTORY_CLERK(EnumSet.of(READ_ITEMS, CHANGE_ITEMS, READ_INVENTORY, READ_COSTS, READ_ORGANISATION, READ_WAREHOUSE, READ_PURCHASING, READ_SALES,
            EDIT_ITEM_JOURNAL, POST_ITEM_JOURNAL, EDIT_REVALUATION_JOURNAL, EDIT_APPLICATIONS, ADJUST_COSTS, IMPORT_DATA, VERIFY_BOOKS,
            CHANGE_TRANSFERS, POST_TRANSFERS)),
    BUYER(EnumSet.of(READ_ITEMS, CHANGE_ITEMS, READ_INVENTORY, READ_COSTS, READ_ORGANISATION, READ_WAREHOUSE, READ_PURCHASING, CHANGE_PURCHASING,
            POST_PURCHASING, CHANGE_TRANSFERS)),
    SELLER(EnumSet.of(READ_ITEMS, READ_INVENTORY, READ_ORGANISATION, READ_WAREHOUSE, READ_SALES, CHANGE_SALES, POST_SALES)),
    WAREHOUSE_WORKER(EnumSet.of(READ_ITEMS, READ_INVENTORY, READ_ORGANISATION, READ_WAREHOUSE, REGISTER_WAREHOUSE, EDIT_ITEM_JOURNAL,
            CHANGE_TRANSFERS, POST_TRANSFERS)),
    ACCOUNTANT(EnumSet.of(READ_ITEMS, READ_INVENTORY, READ_COSTS, READ_ORGANISATION, READ_GENERAL_LEDGER, READ_PURCHASING, READ_SALES,
            EDIT_ITEM_JOURNAL, POST_ITEM_JOURNAL, EDIT_REVALUATION_JOURNAL, POST_REVALUATION_JOURNAL, EDIT_APPLICATIONS, ADJUST_COSTS,
            POST_COST_TO_GENERAL_LEDGER, EDIT_GENERAL_JOURNAL, POST_GENERAL_JOURNAL, CLOSE_INVENTORY_PERIODS, CHANGE_FINANCE_SETUP,
            IMPORT_DATA, VERIFY_BOOKS, READ_CHANGE_LOG)),
    VIEWER(EnumSet.of(READ_ITEMS, READ_INVENTORY, READ_ORGANISATION, READ_WAREHOUSE, READ_PURCHASING, READ_SALES));

    private final Set<Permission> permissions;

    PermissionSet(Set<Permission> permissions) {
        this.permissions = Set.copyOf(permissions);
    }

    public Set<Permission> permissions() {
        return permissions;
    }

    /** How it is stored and typed on the command line, for instance {@code inventory-clerk}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<PermissionSet> ofCode(String code) {
        return Arrays.stream(values()).filter(set -> set.code().equalsIgnoreCase(code.replace('_', '-'))).findFirst();
    }
}
