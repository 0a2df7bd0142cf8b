package dev.playhead.streams.topology;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StudentKeyTest {
    @Test
    void the_student_stands_before_a_zero_byte_so_that_no_other_student_has_the_same_beginning() {
        assertThat(new StudentKey("ana", "video123").bytes().get()).isEqualTo("ana\0video123".getBytes(UTF_8));
        assertThat(StudentKey.prefix("ana").get()).isEqualTo("ana\0".getBytes(UTF_8));
    }

    @Test
    void it_comes_back_from_its_bytes() {
        StudentKey key = new StudentKey("josé|学生", "video:1.1_a-b");

        assertThat(StudentKey.of(key.bytes())).isEqualTo(key);
        assertThat(StudentKey.of(StudentKey.ofWhole("ana").bytes())).isEqualTo(StudentKey.ofWhole("ana"));
    }
}
