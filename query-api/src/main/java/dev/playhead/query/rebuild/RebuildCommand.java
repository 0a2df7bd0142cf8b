package dev.playhead.query.rebuild;

import dev.playhead.query.start.CannotStartException;
import dev.playhead.query.start.Prerequisites;
import dev.playhead.schemas.topic.TopicSettings;
import dev.playhead.schemas.topic.Topics;
import java.io.PrintStream;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/// `rebuild`: new tables from the topics, with no read refused.
public final class RebuildCommand {
    public static final String NAME = "rebuild";

    private static final String USAGE = """
            Usage: rebuild [--anew] [--NAME=VALUE ...]

            Makes the tables of query-api anew from the topics of progress and of the audience, beside those that
            are read, and puts them in their place when they have caught up. Reads and writes go on all the while.
            It may be ended at any time: until the switch nothing of it can be seen, and the next start begins at
            the beginning.

              --anew          the topics were made anew: what the tables say of the old ones is given up, such as
                              which activities were set aside
              --NAME=VALUE    a setting of query-api, by its property's name; others come from the environment,
                              as the service has them

            Exit status: 0 when it is done; 1 when it could not be, and the tables are as they were; 2 for wrong
            arguments; 3 when another one is running.
            """;

    private RebuildCommand() {}

    /// @param words what stands after the command's name
    /// @return the exit status
    public static int run(List<String> words, PrintStream out, PrintStream err) {
        if (words.contains("--help") || words.contains("-h")) {
            out.print(USAGE);
            return ExitStatus.DONE.code();
        }
        try {
            List<String> settings = settings(words);
            rebuild(settings, words.contains("--anew"), out);
            return ExitStatus.DONE.code();
        } catch (CannotRebuildException e) {
            err.println(NAME + ": " + e.getMessage());
            if (e.status() == ExitStatus.WRONG_ARGUMENTS) {
                err.print(USAGE);
            }
            return e.status().code();
        }
    }

    private static List<String> settings(List<String> words) {
        List<String> settings = new ArrayList<>(words);
        settings.remove("--anew");
        settings.stream()
                .filter(word -> !word.matches("--[a-z0-9.\\-]+=.*"))
                .findFirst()
                .ifPresent(word -> {
                    throw new CannotRebuildException(ExitStatus.WRONG_ARGUMENTS, "'" + word + "' is not understood");
                });
        return settings;
    }

    private static void rebuild(List<String> settings, boolean isAnew, PrintStream out) {
        try (ConfigurableApplicationContext context = start(settings, out)) {
            TopicSettings topics = context.getBean(TopicSettings.class);
            context.getBean(Prerequisites.class).ensure(Topics.of(topics), topics);
            context.getBean(Rebuild.class).run(isAnew);
        } catch (CannotStartException e) {
            throw new CannotRebuildException(e.getMessage() + ". " + e.action(), e);
        } catch (SQLException | DataAccessException | TransactionException e) {
            throw new CannotRebuildException(
                    "The database does not do it: " + innermost(e).getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotRebuildException("Interrupted", e);
        }
    }

    private static ConfigurableApplicationContext start(List<String> settings, PrintStream out) {
        return new SpringApplicationBuilder(RebuildConfiguration.class)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                // It speaks for itself. As a default, since logging begins before any initializer runs.
                .properties("logging.threshold.console=off")
                .initializers(context -> {
                    context.getEnvironment()
                            .getPropertySources()
                            .addFirst(new MapPropertySource(NAME, RebuildConfiguration.SETTINGS));
                    context.getBeanFactory().registerSingleton("out", out);
                })
                .run(settings.toArray(String[]::new));
    }

    private static Throwable innermost(Throwable failure) {
        @Nullable Throwable cause = failure.getCause();
        return cause == null ? failure : innermost(cause);
    }
}
