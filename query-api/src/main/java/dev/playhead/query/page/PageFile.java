package dev.playhead.query.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Properties;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.MediaType;

/// A file of the page, held in memory: there are few, and they are small.
final class PageFile {
    private static final String PAGE = "audience/index.html";
    private static final String BESIDE_IT = "classpath:audience/*.*";
    private static final Map<String, MediaType> TYPES = Map.of(
            "html", MediaType.parseMediaType("text/html;charset=utf-8"),
            "css", MediaType.parseMediaType("text/css;charset=utf-8"),
            "js", MediaType.parseMediaType("text/javascript;charset=utf-8"),
            "svg", MediaType.parseMediaType("image/svg+xml"));

    private static final String CHART_VERSION = "META-INF/maven/org.webjars.npm/chart.js/pom.properties";

    private final MediaType type;
    private final byte[] content;
    private final String tag;

    private PageFile(MediaType type, byte[] content) {
        this.type = type;
        this.content = content;
        this.tag = digest(content);
    }

    static PageFile page() {
        return of(new ClassPathResource(PAGE));
    }

    /// What the page loads, by name: the files beside it, and the library that draws.
    static Map<String, PageFile> files() {
        try {
            Map<String, PageFile> files = new HashMap<>();
            for (Resource file : new PathMatchingResourcePatternResolver().getResources(BESIDE_IT)) {
                files.put(String.valueOf(file.getFilename()), of(file));
            }
            files.remove("index.html");
            files.put(
                    "chart.js",
                    of(new ClassPathResource(
                            "META-INF/resources/webjars/chart.js/" + chartVersion() + "/dist/chart.umd.min.js")));
            return Map.copyOf(files);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    MediaType type() {
        return type;
    }

    /// Of the content, since files of a reproducible build all bear the same date.
    String tag() {
        return tag;
    }

    byte[] content() {
        return content;
    }

    private static PageFile of(Resource file) {
        try {
            return new PageFile(type(String.valueOf(file.getFilename())), file.getContentAsByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static MediaType type(String name) {
        MediaType type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
        if (type == null) {
            throw new IllegalStateException("Say of which type " + name + " is");
        }
        return type;
    }

    private static String digest(byte[] content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
            return "W/\"" + HexFormat.of().formatHex(digest, 0, 16) + "\"";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /// Stands in the path of what is shipped.
    private static String chartVersion() throws IOException {
        try (InputStream file = new ClassPathResource(CHART_VERSION).getInputStream()) {
            Properties properties = new Properties();
            properties.load(file);
            return properties.getProperty("version");
        }
    }
}
