/// Who may read what.
@NullMarked
package dev.playhead.query.access;

import org.jspecify.annotations.NullMarked;
