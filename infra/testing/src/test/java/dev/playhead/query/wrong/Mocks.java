package dev.playhead.query.wrong;

import org.mockito.StandIn;

record Mocks(StandIn mocked) {}
