/// Places in lists.
@NullMarked
package dev.playhead.query.list;

import org.jspecify.annotations.NullMarked;
