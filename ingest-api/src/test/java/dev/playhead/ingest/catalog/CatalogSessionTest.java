package dev.playhead.ingest.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogSessionTest {
    @ParameterizedTest
    @CsvSource({"playhead.catalog, playhead-catalog", "school.a.catalog, school.a-catalog", "x_catalog, x_catalog"})
    void the_transactional_id_is_the_tenants_own(String topic, String id) {
        assertThat(CatalogSession.transactionalId(topic)).isEqualTo(id);
    }
}
