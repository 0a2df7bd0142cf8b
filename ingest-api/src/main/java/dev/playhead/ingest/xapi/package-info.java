/// Statements of the xAPI Video Profile, as players send them to a learning record store: what they
/// say of where a student stands becomes heartbeats.
@NullMarked
package dev.playhead.ingest.xapi;

import org.jspecify.annotations.NullMarked;
