package dev.playhead.local.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A page with the player of shorts that pages have had since before Playhead, its calls to the letter.
record ShortsPage(URI frontDoor, String token) {
    private static final String PAGE =
            Scripts.ROOT.resolve("infra/local/src/test/node/page.js").toString();

    /// Opens it, lets it report, and says what came of it.
    ///
    /// @param what as the script's first lines have it
    Opened open(String what) {
        Script page = Script.run("node", PAGE, frontDoor.toString(), token, what);
        assertThat(page.status()).as(page.output()).isZero();
        return new Opened(JsonMapper.shared().readTree(page.output()));
    }

    /// What a page called, showed and wrote on its console.
    record Opened(JsonNode page) {
        /// With what each was answered.
        List<String> calls() {
            return elements("calls")
                    .map(call -> "%s %s %s"
                            .formatted(
                                    call.path("method").asString(),
                                    call.path("address").asString(),
                                    call.path("status").asInt()))
                    .toList();
        }

        List<String> complaints() {
            return elements("complaints").map(JsonNode::asString).toList();
        }

        List<String> ids() {
            return elements("videos").map(video -> video.path("id").asString()).toList();
        }

        JsonNode video(String id) {
            return elements("videos")
                    .filter(video -> video.path("id").asString().equals(id))
                    .findFirst()
                    .orElseThrow();
        }

        private Stream<JsonNode> elements(String of) {
            return StreamSupport.stream(page.path(of).spliterator(), false);
        }
    }
}
