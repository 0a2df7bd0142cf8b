/// What this module may depend on, and how it is laid out.
@NullMarked
package dev.playhead.web.architecture;

import org.jspecify.annotations.NullMarked;
