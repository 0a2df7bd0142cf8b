package dev.playhead.testing.browser;

import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A page that somebody looks at: what it asked for and what it complained of is remembered.
public final class Tab implements AutoCloseable {
    private final DevTools tools;
    private final String context;
    private final String target;
    private final String session;
    private final Queue<Asked> asked = new ConcurrentLinkedQueue<>();
    private final Queue<String> complaints = new ConcurrentLinkedQueue<>();

    private Tab(DevTools tools, String context, String target, String session) {
        this.tools = tools;
        this.context = context;
        this.target = target;
        this.session = session;
    }

    static Tab open(DevTools tools) {
        String context = tools.call(null, "Target.createBrowserContext", Map.of())
                .path("browserContextId")
                .asString();
        String target = tools.call(
                        null, "Target.createTarget", Map.of("url", "about:blank", "browserContextId", context))
                .path("targetId")
                .asString();
        String session = tools.call(null, "Target.attachToTarget", Map.of("targetId", target, "flatten", true))
                .path("sessionId")
                .asString();
        Tab tab = new Tab(tools, context, target, session);
        tools.listen(session, tab::hear);
        for (String domain : List.of("Page", "Runtime", "Network", "Log")) {
            tab.call(domain + ".enable", Map.of());
        }
        return tab;
    }

    /// A request that the page made.
    public record Asked(String method, String url, JsonNode headers) {}

    public void go(String url) {
        call("Page.navigate", Map.of("url", url));
    }

    /// What an expression comes to in the page, promises awaited.
    ///
    /// @throws IllegalStateException where it throws
    public JsonNode evaluate(String expression) {
        JsonNode answer =
                call("Runtime.evaluate", Map.of("expression", expression, "returnByValue", true, "awaitPromise", true));
        if (answer.has("exceptionDetails")) {
            throw new IllegalStateException(
                    answer.at("/exceptionDetails/exception/description").asString("It threw"));
        }
        return answer.at("/result/value");
    }

    /// What stands there to be read; empty where it is hidden or there is no such element.
    public String text(String selector) {
        return evaluate("document.querySelector(%s)?.checkVisibility() ? document.querySelector(%s).innerText : ''"
                        .formatted(quoted(selector), quoted(selector)))
                .asString();
    }

    /// As if typed where the focus is.
    public void type(String text) {
        call("Input.insertText", Map.of("text", text));
    }

    /// As if a key were pressed where the focus is.
    ///
    /// @param key `Tab`, `Enter` or a space
    public void press(String key) {
        int code = switch (key) {
            case "Tab" -> 9;
            case "Enter" -> 13;
            case " " -> 32;
            default -> throw new IllegalArgumentException(key);
        };
        String text = key.equals("Enter") ? "\r" : key.equals(" ") ? " " : "";
        call(
                "Input.dispatchKeyEvent",
                Map.of("type", "keyDown", "key", key, "code", key, "windowsVirtualKeyCode", code, "text", text));
        call("Input.dispatchKeyEvent", Map.of("type", "keyUp", "key", key, "code", key, "windowsVirtualKeyCode", code));
    }

    public void resize(int width, int height) {
        call(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    }

    /// As if the system were set so.
    ///
    /// @param scheme `light` or `dark`
    public void prefer(String scheme) {
        call(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
    }

    /// As if a cable were pulled, or put back.
    public void offline(boolean isPulled) {
        call(
                "Network.emulateNetworkConditions",
                Map.of("offline", isPulled, "latency", 0, "downloadThroughput", -1, "uploadThroughput", -1));
    }

    /// A PNG of the whole page.
    public byte[] picture() {
        String data = call("Page.captureScreenshot", Map.of("captureBeyondViewport", true))
                .path("data")
                .asString();
        return Base64.getDecoder().decode(data);
    }

    public List<Asked> asked() {
        return List.copyOf(asked);
    }

    /// Errors on the console, uncaught ones, and what the browser itself refused.
    public List<String> complaints() {
        return List.copyOf(complaints);
    }

    @Override
    public void close() {
        tools.call(null, "Target.closeTarget", Map.of("targetId", target));
        tools.call(null, "Target.disposeBrowserContext", Map.of("browserContextId", context));
    }

    private JsonNode call(String method, Map<String, ?> parameters) {
        return tools.call(session, method, parameters);
    }

    private void hear(JsonNode event) {
        JsonNode said = event.path("params");
        String complaint = complaint(event.path("method").asString(), said);
        if (complaint != null) {
            complaints.add(complaint);
        } else if (event.path("method").asString().equals("Network.requestWillBeSent")) {
            JsonNode request = said.path("request");
            asked.add(new Asked(
                    request.path("method").asString(), request.path("url").asString(), request.path("headers")));
        }
    }

    private static @Nullable String complaint(String method, JsonNode said) {
        return switch (method) {
            case "Runtime.exceptionThrown" -> said.path("exceptionDetails").toString();
            case "Runtime.consoleAPICalled" ->
                said.path("type").asString().equals("error") ? said.path("args").toString() : null;
            case "Log.entryAdded" ->
                said.at("/entry/level").asString().equals("error")
                        ? said.path("entry").toString()
                        : null;
            default -> null;
        };
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "\\'") + "'";
    }
}
