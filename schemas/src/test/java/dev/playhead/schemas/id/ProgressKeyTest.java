package dev.playhead.schemas.id;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProgressKeyTest {
    @Test
    void a_key_is_read_as_it_was_written() {
        assertThat(ProgressKey.parse("auth0|ana/video123"))
                .isEqualTo(new ProgressKey.OfMaterial("auth0|ana", "video123"));
        assertThat(ProgressKey.parse("ana/course:demo")).isEqualTo(new ProgressKey.OfCourse("ana", "demo"));
        assertThat(new ProgressKey.OfCourse("ana", "demo").text()).isEqualTo("ana/course:demo");
        assertThat(ProgressKey.parse("ana/session:1795294788375"))
                .isEqualTo(new ProgressKey.OfSession("ana", 1795294788375L));
        assertThat(new ProgressKey.OfSession("ana", 1795294788375L).text()).isEqualTo("ana/session:1795294788375");
        assertThat(ProgressKey.parse("ana/")).isEqualTo(new ProgressKey.OfStudent("ana"));
        assertThat(new ProgressKey.OfStudent("ana").text()).isEqualTo("ana/");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ana", "/video123", "/", "ana/session:", "ana/session:now"})
    void what_is_no_key_is_refused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> ProgressKey.parse(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ana", "auth0|5f7c", "学生"})
    void a_student_is_where_the_default_partitioner_puts_them(String student) {
        byte[] key = student.getBytes(StandardCharsets.UTF_8);
        assertThat(ProgressKey.partition(student, 12)).isEqualTo(BuiltInPartitioner.partitionForKey(key, 12));
    }
}
