/// Stands in for what a rule forbids.
@NullMarked
package org.apache.kafka;

import org.jspecify.annotations.NullMarked;
