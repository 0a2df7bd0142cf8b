/// Who is calling, and what they may do.
@NullMarked
package dev.playhead.web.caller;

import org.jspecify.annotations.NullMarked;
