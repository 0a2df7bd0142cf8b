package dev.playhead.schemas.wrong;

import dev.playhead.ingest.wrong.HasADatabase;

record KnowsAService(HasADatabase service) {}
