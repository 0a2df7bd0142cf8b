/// The dashboards of `infra/grafana`, held against the tables.
@NullMarked
package dev.playhead.query.dashboard;

import org.jspecify.annotations.NullMarked;
