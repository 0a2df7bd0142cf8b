/// The service under test, and what is written for it to read.
@NullMarked
package dev.playhead.query.running;

import org.jspecify.annotations.NullMarked;
