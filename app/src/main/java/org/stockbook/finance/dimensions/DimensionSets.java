package org.stockbook.finance.dimensions;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.stockbook.kernel.code.DimensionCode;
import org.stockbook.kernel.dimension.DefaultDimension;
import org.stockbook.kernel.dimension.DimensionBook;
import org.stockbook.kernel.dimension.DimensionCombination;
import org.stockbook.kernel.dimension.DimensionOwner;
import org.stockbook.kernel.origin.DimensionSetId;
import org.stockbook.platform.database.SetupVersion;

/** The company's dimensions and the sets of them that entries carry, in sets for many lines at once (spec: finance, section 9). */
public interface DimensionSets {
    /**
     * The set of each combination: the one that is there, else a new one.
     *
     * @throws IllegalArgumentException for a dimension or value that does not exist; check before
     */
    Map<DimensionCombination, DimensionSetId> setsOf(Collection<DimensionCombination> combinations);

    /** What sets stand for. */
    Map<DimensionSetId, DimensionCombination> combinationsOf(Collection<DimensionSetId> sets);

    /** What posting must know to check combinations. */
    DimensionBook book();

    /**
     * What each of these cards says, with what is said for all cards of its kind; a card's own saying goes first.
     */
    Map<DimensionOwner, List<DefaultDimension>> defaultsOf(Collection<DimensionOwner> owners);

    /** The kinds of cards of which at least one demands something, as they stood when the setups had come so far, which the transaction that is running has asked before. */
    Set<DimensionOwner.Kind> demanding(SetupVersion setups);

    /** The same as they stand now. */
    Set<DimensionOwner.Kind> demanding();

    /** The codes of the two global dimensions, in their order; fewer where the company uses fewer. */
    GlobalDimensions global();

    /** What a dimension is called, if it has a name. */
    Optional<String> name(DimensionCode dimension);
}
