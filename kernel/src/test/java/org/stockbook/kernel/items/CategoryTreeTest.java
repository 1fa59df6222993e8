package org.stockbook.kernel.items;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.stockbook.kernel.items.CategoryChange.Former;

class CategoryTreeTest {
    private static final AttributeName MATERIAL = new AttributeName("Material");
    private static final AttributeName LEGS = new AttributeName("Legs");
    private static final AttributeName WHEELS = new AttributeName("Wheels");
    private static final AttributeName COLOUR = new AttributeName("Colour");
    private static final CategoryCode FURNITURE = new CategoryCode("FURN");
    private static final CategoryCode CHAIR = new CategoryCode("CHAIR");
    private static final CategoryCode OFFICE = new CategoryCode("OFFICE");
    private static final CategoryTree TREE = new CategoryTree(
            Map.of(FURNITURE, CategoryCode.NONE, CHAIR, FURNITURE, OFFICE, CHAIR),
            Map.of(FURNITURE, Map.of(MATERIAL, "Wood"), CHAIR, Map.of(LEGS, "4"), OFFICE, Map.of(LEGS, "5", WHEELS, "Yes")));

    /** Spec: items, example 16.5. */
    @Test
    void the_nearest_definition_of_an_attribute_wins() {
        assertThat(TREE.effective(OFFICE)).containsOnly(Map.entry(MATERIAL, "Wood"), Map.entry(LEGS, "5"), Map.entry(WHEELS, "Yes"));
        assertThat(TREE.effective(CategoryCode.NONE)).isEmpty();
    }

    /** Spec: items, example 16.5. */
    @Test
    void an_item_that_moves_loses_what_only_the_old_category_gave_and_takes_what_the_new_one_gives() {
        var change = CategoryChange.of(TREE.effective(CHAIR), TREE.effective(OFFICE), Set.of(MATERIAL, LEGS, COLOUR), Former.REMOVE);

        assertThat(change.removed()).containsExactly(LEGS);
        assertThat(change.added()).containsOnly(Map.entry(LEGS, "5"), Map.entry(WHEELS, "Yes"));
    }

    /** Spec: items, example 16.5, the answer no. */
    @Test
    void an_item_may_keep_what_it_had() {
        var change = CategoryChange.of(TREE.effective(CHAIR), TREE.effective(OFFICE), Set.of(MATERIAL, LEGS, COLOUR), Former.KEEP);

        assertThat(change.removed()).isEmpty();
        assertThat(change.added()).containsOnly(Map.entry(WHEELS, "Yes"));
    }

    @Test
    void a_tree_is_read_depth_first_and_by_the_alphabet() {
        var tree = new CategoryTree(Map.of(CHAIR, FURNITURE, FURNITURE, CategoryCode.NONE, OFFICE, CHAIR,
                new CategoryCode("BED"), FURNITURE, new CategoryCode("PARTS"), CategoryCode.NONE), Map.of());

        assertThat(tree.inOrder()).extracting(place -> place.indentation() + place.category().code())
                .containsExactly("0FURN", "1BED", "1CHAIR", "2OFFICE", "0PARTS");
        assertThat(tree.withDescendants(FURNITURE)).hasSize(4);
    }

    @Test
    void a_circle_is_seen_from_every_category_in_it() {
        var circle = new CategoryTree(Map.of(FURNITURE, OFFICE, CHAIR, FURNITURE, OFFICE, CHAIR, new CategoryCode("BED"), OFFICE), Map.of());

        assertThat(circle.isOwnAncestor(CHAIR)).isTrue();
        assertThat(circle.isOwnAncestor(new CategoryCode("BED"))).isFalse();
    }
}
