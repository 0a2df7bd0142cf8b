/// A real browser, driven by its own DevTools protocol over the JDK's WebSocket.
@NullMarked
package dev.playhead.testing.browser;

import org.jspecify.annotations.NullMarked;
