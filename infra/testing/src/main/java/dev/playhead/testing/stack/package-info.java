/// The stack that the integration tests of one module share.
@NullMarked
package dev.playhead.testing.stack;

import org.jspecify.annotations.NullMarked;
