/// The rules of the house, as ArchUnit rules.
@NullMarked
package dev.playhead.testing.architecture;

import org.jspecify.annotations.NullMarked;
