/// The bound on what a caller may send.
@NullMarked
package dev.playhead.web.body;

import org.jspecify.annotations.NullMarked;
