/// The whole platform on one machine: what `infra/up` runs.
@NullMarked
package dev.playhead.local;

import org.jspecify.annotations.NullMarked;
