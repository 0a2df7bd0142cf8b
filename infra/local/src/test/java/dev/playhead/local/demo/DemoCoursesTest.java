package dev.playhead.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class DemoCoursesTest {
    private static final String WANTED = """
            {"title": "A", "chapters": [{"id": "c1", "materials": [{"id": "v", "duration": 600}]}]}""";

    @Test
    void an_answer_that_says_more_is_the_same_course() {
        assertThat(isThere("""
                {"id": "demo", "version": 3, "title": "A", "chapters": [
                  {"id": "c1", "title": "", "materials": [{"id": "v", "duration": 600.0, "published": true}]}]}""")).isTrue();
    }

    @Test
    void an_answer_that_differs_anywhere_is_another() {
        assertThat(isThere(WANTED.replace("600", "601"))).isFalse();
        assertThat(isThere(WANTED.replace("\"A\"", "\"B\""))).isFalse();
        assertThat(isThere(WANTED.replace("{\"id\": \"v\", \"duration\": 600}", "")))
                .isFalse();
        assertThat(isThere(WANTED.replace("600}", "600}, {\"id\": \"w\"}"))).isFalse();
        assertThat(isThere("{}")).isFalse();
    }

    private static boolean isThere(String answer) {
        JsonMapper json = JsonMapper.shared();
        return DemoCourses.says(json.readTree(answer), json.readTree(WANTED));
    }
}
