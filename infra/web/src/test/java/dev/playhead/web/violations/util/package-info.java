/// Stands in for what a rule forbids.
@NullMarked
package dev.playhead.web.violations.util;

import org.jspecify.annotations.NullMarked;
