/// The access log, which is off by default.
@NullMarked
package dev.playhead.web.access;

import org.jspecify.annotations.NullMarked;
