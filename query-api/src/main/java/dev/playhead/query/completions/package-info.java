/// What was completed, for consumers that cannot read Kafka: the topic of completions, page by page.
@NullMarked
package dev.playhead.query.completions;

import org.jspecify.annotations.NullMarked;
