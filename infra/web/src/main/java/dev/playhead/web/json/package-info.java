/// How JSON is read and written: strictly, in snake_case.
@NullMarked
package dev.playhead.web.json;

import org.jspecify.annotations.NullMarked;
