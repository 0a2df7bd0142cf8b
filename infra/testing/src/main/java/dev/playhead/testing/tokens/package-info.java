/// Tokens for the local stack and for tests.
@NullMarked
package dev.playhead.testing.tokens;

import org.jspecify.annotations.NullMarked;
