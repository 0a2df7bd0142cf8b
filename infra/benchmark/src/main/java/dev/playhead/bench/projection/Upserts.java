package dev.playhead.bench.projection;

import dev.playhead.bench.load.Http;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The limit, as it is told what to write.
///
/// @param file by which it is given the rows
record Upserts(Http http, String url, Path file) {
    private static final String NOBODY = "none";
    private static final double NANOS = 1e9;

    /// @return rows a second
    double perSecond(List<Standing> rows) throws IOException, InterruptedException {
        try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
            for (Standing row : rows) {
                row.write(out);
            }
        }
        JsonMapper json = JsonMapper.shared();
        http.put(url + "/rows", NOBODY, json.writeValueAsString(Map.of(BareUpsert.FILE, file.toString())));
        JsonNode written = json.readTree(http.post(url + "/write", NOBODY, "{}"));
        return written.path("rows").asDouble() * NANOS / written.path("nanos").asDouble();
    }
}
