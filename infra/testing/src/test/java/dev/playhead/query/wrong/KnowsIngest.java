package dev.playhead.query.wrong;

import dev.playhead.ingest.wrong.HasADatabase;

record KnowsIngest(HasADatabase other) {}
