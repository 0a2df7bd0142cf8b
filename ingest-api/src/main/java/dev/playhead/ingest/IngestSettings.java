package dev.playhead.ingest;

import dev.playhead.ingest.enrolment.Enrolment;
import dev.playhead.ingest.heartbeat.RateLimitSettings;
import dev.playhead.ingest.heartbeat.UnknownMaterials;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/// @param enrolment how it is known which courses a student takes
/// @param unknownMaterials what becomes of a heartbeat for a material that the catalog does not have
/// @param inFlightMax of what waits for the brokers' acknowledgement; beyond it callers are told at
///     once to come back
/// @param rateLimit how many updates of a student and a video are taken
@ConfigurationProperties("playhead")
record IngestSettings(
        @DefaultValue("open") Enrolment enrolment,
        @DefaultValue("refuse") UnknownMaterials unknownMaterials,
        @DefaultValue("64MB") DataSize inFlightMax,
        @DefaultValue RateLimitSettings rateLimit) {}
