package dev.playhead.ingest.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.playhead.ingest.input.Errors;
import dev.playhead.ingest.input.Fields;
import dev.playhead.schemas.event.Chapter;
import dev.playhead.schemas.event.CompletionRule;
import dev.playhead.schemas.event.CompletionSettings;
import dev.playhead.schemas.event.Material;
import dev.playhead.schemas.event.MaterialKind;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class CourseReaderTest {
    private static final String MATERIAL = "{'id':'v%d','kind':'VIDEO','title':'V','duration':1.5}";

    private final Errors errors = new Errors();

    @Test
    void what_is_not_said_has_a_default() {
        CourseDraft draft = read(course(MATERIAL.formatted(1))).orElseThrow();

        assertThat(draft)
                .isEqualTo(new CourseDraft(
                        "T",
                        new CompletionSettings(CompletionRule.POSITION, 80, 95),
                        List.of(new Chapter(
                                "c",
                                "C",
                                List.of(Material.newBuilder()
                                        .setId("v1")
                                        .setKind(MaterialKind.VIDEO)
                                        .setTitle("V")
                                        .setDurationMs(1_500)
                                        .setSequence(0)
                                        .setPublished(true)
                                        .build())))));
    }

    @Test
    void all_that_can_be_said_is_kept() {
        CourseDraft draft = read("""
                {'id': 'react', 'version': 3, 'title': 'T',
                 'completion': {'rule': 'coverage', 'video_threshold': 70, 'short_threshold': 90},
                 'chapters': [{'id': 'c', 'title': 'C', 'materials': [
                   {'id': 's1', 'kind': 'SHORT', 'title': 'S', 'description': 'D', 'duration': 45, 'url': '/s.mp4',
                    'aspect_ratio': '9:16', 'module_ref': '1.1', 'sequence': 2, 'published': false,
                    'completion': {'rule': 'position', 'threshold': 50}}]}]}""").orElseThrow();

        assertThat(draft.completion()).isEqualTo(new CompletionSettings(CompletionRule.COVERAGE, 70, 90));
        assertThat(draft.chapters().getFirst().getMaterials())
                .containsExactly(new Material(
                        "s1",
                        MaterialKind.SHORT,
                        "S",
                        "D",
                        45_000L,
                        "/s.mp4",
                        "9:16",
                        "1.1",
                        2,
                        false,
                        CompletionRule.POSITION,
                        50));
    }

    @Test
    void a_course_may_be_empty() {
        assertThat(read("{'title': 'T'}")).isPresent();
    }

    @Test
    void everything_that_is_wrong_is_told_at_once() {
        assertErrors(
                """
                {'id': 'other', 'titel': 'T', 'completion': {'rule': 'guess', 'video_threshold': 0, 'threshold': 1},
                 'chapters': [
                   {'id': 'a/b', 'materials': [
                     {'id': 'mock', 'kind': 'video', 'title': '', 'duration': 0, 'aspect_ratio': 'wide',
                      'sequence': -1, 'published': 'yes', 'completion': {'threshold': 101}, 'lenght': 5},
                     7]},
                   {'id': 'c2', 'title': 'C', 'materials': {}}]}""",
                "titel is not a known field",
                "title is required",
                "id must be the id in the path, or be left out",
                "completion.rule must be one of coverage, position",
                "completion.video_threshold must be from 1 to 100",
                "completion.threshold is not a known field",
                "chapters[0].title is required",
                "chapters[0].id must be 1 to 128 of A-Z a-z 0-9 . _ : - and no reserved word",
                "chapters[0].materials[0].id must be 1 to 128 of A-Z a-z 0-9 . _ : - and no reserved word",
                "chapters[0].materials[0].kind must be one of SHORT, VIDEO",
                "chapters[0].materials[0].title must not be blank",
                "chapters[0].materials[0].duration must be more than 0",
                "chapters[0].materials[0].aspect_ratio must be width to height, such as 16:9",
                "chapters[0].materials[0].sequence must be from 0 to 2147483647",
                "chapters[0].materials[0].published must be true or false",
                "chapters[0].materials[0].completion.threshold must be from 1 to 100",
                "chapters[0].materials[0].lenght is not a known field",
                "chapters[0].materials[1] must be an object",
                "chapters[1].materials must be an array");
    }

    @Test
    void ids_are_there_once() {
        assertErrors(
                """
                {'title': 'T', 'chapters': [
                  {'id': 'c', 'title': 'C', 'materials': [%s]},
                  {'id': 'c', 'title': 'C', 'materials': [%s]}]}""".formatted(MATERIAL.formatted(1), MATERIAL.formatted(1)),
                "chapters[1].id is there twice in the course",
                "chapters[1].materials[0].id is there twice in the course");
    }

    @Test
    void a_course_has_at_most_2000_materials() {
        assertThat(read(course(materials(CourseReader.MATERIALS_MAX)))).isPresent();
        assertErrors(
                course(materials(CourseReader.MATERIALS_MAX + 1)),
                "chapters must have at most 2000 materials together");
    }

    private static String course(String materials) {
        return "{'title':'T','chapters':[{'id':'c','title':'C','materials':[" + materials + "]}]}";
    }

    private static String materials(int count) {
        return IntStream.range(0, count).mapToObj(MATERIAL::formatted).collect(Collectors.joining(","));
    }

    private void assertErrors(String json, String... expected) {
        assertThat(read(json)).isEmpty();
        assertThat(errors.problem().errors())
                .extracting(error -> error.field() + " " + error.message())
                .containsExactlyInAnyOrder(expected);
    }

    private Optional<CourseDraft> read(String json) {
        return Fields.of(JsonMapper.shared().readTree(json.replace('\'', '"')), errors)
                .flatMap(fields -> CourseReader.read("react", fields, errors));
    }
}
