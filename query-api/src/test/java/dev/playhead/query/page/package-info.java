/// The page `/audience` in a real browser.
@NullMarked
package dev.playhead.query.page;

import org.jspecify.annotations.NullMarked;
