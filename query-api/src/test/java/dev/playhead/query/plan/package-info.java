/// How the database finds what is asked for.
@NullMarked
package dev.playhead.query.plan;

import org.jspecify.annotations.NullMarked;
