package dev.playhead.local.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A course of shorts that nobody else watches, of a submodule of its own, for as long as a test
/// needs it.
///
/// @param written the token of the write that put it
record ShortsCourse(Client admin, String name, String written) implements AutoCloseable {
    static ShortsCourse put(RunningPlatform platform, String name, int seconds, int shorts) throws Exception {
        Client admin = platform.client("root", "admin");
        String materials = IntStream.rangeClosed(1, shorts)
                .mapToObj(number -> material(name, number, seconds))
                .collect(Collectors.joining(","));
        HttpResponse<String> answer = admin.send(
                "PUT",
                path(name),
                "{\"title\":\"Shorts\",\"chapters\":[{\"id\":\"c1\",\"title\":\"One\",\"materials\":[" + materials
                        + "]}]}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        return new ShortsCourse(admin, name, Client.written(answer));
    }

    /// @param number from 1
    String id(int number) {
        return id(name, number);
    }

    /// Where its shorts are shown.
    String shorts() {
        return "/learning/api/shorts/submodule/" + name;
    }

    @Override
    public void close() throws Exception {
        HttpResponse<String> answer = admin.send("DELETE", path(name), "");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    }

    private static String material(String name, int number, int seconds) {
        return """
                {"id":"%s","kind":"SHORT","title":"Short","duration":%d,"module_ref":"%s","sequence":%d}""".formatted(id(name, number), seconds, name, number);
    }

    private static String id(String name, int number) {
        return name + "-" + number;
    }

    private static String path(String name) {
        return "/api/catalog/courses/shorts-" + name;
    }
}
