/// Real parts: a broker, a registry, a PostgreSQL, as processes or in this JVM.
@NullMarked
package dev.playhead.testing.parts;

import org.jspecify.annotations.NullMarked;
