package dev.playhead.web.security;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/// Says what is wrong with the settings, instead of a stack trace.
final class KeySourceFailure extends AbstractFailureAnalyzer<InvalidKeySource> {

    @Override
    protected FailureAnalysis analyze(Throwable root, InvalidKeySource failure) {
        return new FailureAnalysis(failure.getMessage(), failure.action(), failure);
    }
}
