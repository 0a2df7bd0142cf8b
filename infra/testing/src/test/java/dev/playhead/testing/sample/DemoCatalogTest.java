package dev.playhead.testing.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DemoCatalogTest {

    @Test
    void a_material_belongs_to_one_course() {
        List<String> ids = materials().map(field("id")).toList();

        assertThat(ids).doesNotHaveDuplicates().allMatch(id -> id.matches("[A-Za-z0-9._:-]{1,128}"));
        assertThat(ids).noneMatch(id -> id.equals("mock") || id.startsWith("mock_"));
    }

    @Test
    void every_material_has_what_is_required() {
        assertThat(materials()).allSatisfy(material -> {
            assertThat(material.path("title").asString()).isNotBlank();
            assertThat(material.path("kind").asString()).isIn("VIDEO", "SHORT");
            assertThat(material.path("duration").asDouble()).isPositive();
        });
    }

    @Test
    void the_course_has_the_guides_video_and_five_more_in_three_chapters() {
        JsonNode demo = course(DemoCatalog.COURSE);

        assertThat(demo.path("chapters").size()).isEqualTo(3);
        assertThat(materials(demo)).hasSizeGreaterThanOrEqualTo(6).allMatch(it -> kind(it).equals("VIDEO"));
        JsonNode first = materials(demo).findFirst().orElseThrow();
        assertThat(first.path("id").asString()).isEqualTo("video123");
        assertThat(first.path("title").asString()).isEqualTo("Introduction to React");
        assertThat(DemoCatalog.videoDurations()).containsEntry("video123", 600.0);
    }

    @Test
    void there_are_shorts_for_every_submodule() {
        List<JsonNode> shorts = materials(course(DemoCatalog.SHORTS)).toList();

        assertThat(shorts).allMatch(it -> kind(it).equals("SHORT"));
        assertThat(shorts).allMatch(it -> it.path("aspect_ratio").asString().equals("9:16"));
        assertThat(shorts).extracting(it -> it.path("duration").asInt()).containsOnly(45, 52, 59);
        assertThat(shorts.stream().map(field("module_ref")).distinct()).containsExactlyElementsOf(submodules());
        assertThat(shorts.stream().collect(Collectors.groupingBy(field("module_ref"), Collectors.counting())))
                .allSatisfy((submodule, count) -> assertThat(count).isEqualTo(2));
    }

    private static List<String> submodules() {
        int[] sizes = {5, 5, 5, 4, 4};
        return IntStream.rangeClosed(1, sizes.length)
                .boxed()
                .flatMap(module -> IntStream.rangeClosed(1, sizes[module - 1]).mapToObj(n -> module + "." + n))
                .toList();
    }

    private static Function<JsonNode, String> field(String name) {
        return material -> material.path(name).asString();
    }

    private static String kind(JsonNode material) {
        return material.path("kind").asString();
    }

    private static Stream<JsonNode> materials() {
        return DemoCatalog.courses().keySet().stream().flatMap(id -> materials(course(id)));
    }

    private static Stream<JsonNode> materials(JsonNode course) {
        return elements(course.path("chapters")).flatMap(chapter -> elements(chapter.path("materials")));
    }

    private static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private static JsonNode course(String id) {
        return JsonMapper.shared().readTree(DemoCatalog.courses().get(id));
    }
}
