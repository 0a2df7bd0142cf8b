package dev.playhead.ingest.broker;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/// Says what keeps the service from starting, instead of a stack trace.
final class ClusterNotReadyAnalyzer extends AbstractFailureAnalyzer<ClusterNotReadyException> {
    @Override
    protected FailureAnalysis analyze(Throwable root, ClusterNotReadyException failure) {
        return new FailureAnalysis(failure.getMessage(), failure.action(), failure);
    }
}
