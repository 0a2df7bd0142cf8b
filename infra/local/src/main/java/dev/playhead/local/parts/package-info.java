/// What the platform is made of: ports, command lines, settings.
@NullMarked
package dev.playhead.local.parts;

import org.jspecify.annotations.NullMarked;
