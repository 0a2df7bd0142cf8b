/// Our serde against clients that are not ours.
@NullMarked
package dev.playhead.testing.interop;

import org.jspecify.annotations.NullMarked;
