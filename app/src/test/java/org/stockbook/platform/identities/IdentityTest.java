package org.stockbook.platform.identities;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Spec: api, section 2; docs/decisions/0012. */
class IdentityTest {
    private static final long ITEMS = Identity.beginning("items", 17);

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 4711, 0xFFFFFFFFFFL, 0x3FFFFFFFFFFFFFFFL})
    void an_id_leads_back_to_its_key_and_to_no_other_resource_or_company(long key) {
        var identity = Identity.of(ITEMS, key);

        assertThat(identity.keyBehind(ITEMS)).hasValue(key);
        assertThat(identity.keyBehind(Identity.beginning("locations", 17))).isEmpty();
        assertThat(identity.keyBehind(Identity.beginning("items", 18))).isEmpty();
        assertThat(identity.value().version()).isEqualTo(8);
        assertThat(identity.value().variant()).isEqualTo(2);
        assertThat(UUID.fromString(identity.toString())).isEqualTo(identity.value());
    }
}
