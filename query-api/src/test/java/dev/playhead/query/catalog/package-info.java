/// The courses as callers read them.
@NullMarked
package dev.playhead.query.catalog;

import org.jspecify.annotations.NullMarked;
