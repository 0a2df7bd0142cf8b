/// What `schemas` promises, on a real broker and registry.
@NullMarked
package dev.playhead.testing.contract;

import org.jspecify.annotations.NullMarked;
