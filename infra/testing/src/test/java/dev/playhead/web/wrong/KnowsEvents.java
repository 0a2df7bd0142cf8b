package dev.playhead.web.wrong;

import dev.playhead.schemas.event.Heartbeat;

record KnowsEvents(Heartbeat heartbeat) {}
