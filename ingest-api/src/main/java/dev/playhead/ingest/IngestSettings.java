package dev.playhead.ingest;

import dev.playhead.ingest.heartbeat.UnknownMaterials;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// @param unknownMaterials what becomes of a heartbeat for a material that the catalog does not have
@ConfigurationProperties("playhead")
record IngestSettings(@DefaultValue("refuse") UnknownMaterials unknownMaterials) {}
