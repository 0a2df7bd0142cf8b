package dev.playhead.ingest.reset;

import dev.playhead.schemas.event.ResetProgress;
import dev.playhead.schemas.event.ResetScope;

/// How much of a student's progress begins anew.
sealed interface Extent {
    ResetProgress.Builder writeTo(ResetProgress.Builder reset);

    record Everything() implements Extent {
        @Override
        public ResetProgress.Builder writeTo(ResetProgress.Builder reset) {
            return reset.setScope(ResetScope.ALL);
        }
    }

    record OfCourse(String course) implements Extent {
        @Override
        public ResetProgress.Builder writeTo(ResetProgress.Builder reset) {
            return reset.setScope(ResetScope.COURSE).setCourseId(course);
        }
    }

    record OfVideo(String video) implements Extent {
        @Override
        public ResetProgress.Builder writeTo(ResetProgress.Builder reset) {
            return reset.setScope(ResetScope.MATERIAL).setMaterialId(video);
        }
    }
}
