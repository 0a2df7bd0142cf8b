package dev.playhead.query.shorts;

import dev.playhead.query.catalog.Decimals;
import dev.playhead.query.catalog.Placed;
import dev.playhead.schemas.event.Material;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A short as a player shows it, with all that it needs to load it before its turn.
@Schema(name = "Short")
record ShortAnswer(
        String id,
        String title,
        @Nullable String description,

        @Schema(description = "Where it is played from") @Nullable String filePath,

        BigDecimal durationSeconds,
        String submoduleId,

        @Schema(description = "The furthest point that the caller reached")
        BigDecimal watchPercentage,

        boolean isCompleted,

        @Schema(description = "Its place within its submodule")
        int sequenceOrder,

        String aspectRatio,

        @Schema(description = "Whether the caller likes it") boolean liked,

        long likes,
        long shares,

        @Schema(description = "Students who watched it") long views) {

    /// Of a short that does not say.
    static final String UPRIGHT = "9:16";

    static ShortAnswer of(Placed placed, Known known) {
        Material material = placed.material();
        return new ShortAnswer(
                material.getId(),
                material.getTitle(),
                material.getDescription(),
                material.getUrl(),
                Decimals.seconds(material.getDurationMs()),
                String.valueOf(material.getModuleRef()),
                known.percentage(),
                known.isCompleted(),
                material.getSequence(),
                Objects.requireNonNullElse(material.getAspectRatio(), UPRIGHT),
                known.isLiked(),
                known.likes(),
                known.shares(),
                known.viewers());
    }
}
