package dev.playhead.streams.deadletters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.playhead.schemas.id.DeadLetter.Reason;
import dev.playhead.streams.deadletters.Request.Selection;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandLineTest {
    private static final Selection ALL = new Selection(Optional.empty(), new TreeSet<>());

    @Test
    void list_prints_the_newest_hundred_unless_told_otherwise() {
        assertThat(request("list")).isEqualTo(new Request.Listing(ALL, 100, false));
        assertThat(request("list --limit 5 --all --reason failed"))
                .isEqualTo(new Request.Listing(new Selection(Optional.of(Reason.FAILED), new TreeSet<>()), 5, true));
    }

    @Test
    void show_takes_a_number() {
        assertThat(request("show 12")).isEqualTo(new Request.Showing(12));
    }

    @Test
    void redrive_takes_all_or_those_that_are_named() {
        assertThat(request("redrive")).isEqualTo(new Request.Redriving(ALL));
        assertThat(request("redrive 7 3 7 --reason UNKNOWN_SCHEMA"))
                .isEqualTo(new Request.Redriving(
                        new Selection(Optional.of(Reason.UNKNOWN_SCHEMA), new TreeSet<>(List.of(3L, 7L)))));
    }

    @Test
    void options_may_stand_anywhere() {
        CommandLine line = line("--bootstrap broker:1 show --prefix school. 4 --config clients.properties");

        assertThat(line.request()).isEqualTo(new Request.Showing(4));
        assertThat(line.bootstrap()).contains("broker:1");
        assertThat(line.prefix()).contains("school.");
        assertThat(line.config().map(Object::toString)).contains("clients.properties");
    }

    @Test
    void help_needs_nothing_else() {
        assertThat(request("--help")).isEqualTo(new Request.Help());
        assertThat(request("redrive -h")).isEqualTo(new Request.Help());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                ""                  | Say what to do: list, show or redrive
                erase               | There is no command 'erase'
                list 4              | list takes no '4'
                list --limit 0      | --limit takes 1 to 1000000
                list --limit 1e3    | '1e3' is no number
                list --limit        | --limit needs a value
                list --reason wrong | --reason takes one of [UNREADABLE, UNKNOWN_SCHEMA, OUT_OF_RANGE, FAILED], not 'wrong'
                show                | show takes one number
                show 1 2            | show takes one number
                show 1 --all        | --all is for list, not for show
                show 1 --reason FAILED | show takes one number
                redrive -1          | Unknown option -1
                redrive all         | 'all' is no number
                redrive --limit 3   | --limit is for list, not for redrive
                list --colour       | Unknown option --colour
                """)
    void what_makes_no_sense_is_refused_with_the_usage(String words, String why) {
        ByteArrayOutputStream err = new ByteArrayOutputStream();

        int status = DeadLettersCommand.run(
                words(words), Map.of(), new PrintStream(new ByteArrayOutputStream()), new PrintStream(err));

        assertThat(status).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .startsWith("dead-letters: " + why)
                .contains("Usage: dead-letters list");
    }

    @Test
    void the_line_comes_before_the_environment_and_that_before_the_local_stack() {
        Map<String, String> environment = Map.of(
                "SPRING_KAFKA_BOOTSTRAP_SERVERS", "kafka:9092",
                "SPRING_KAFKA_PROPERTIES_SECURITY_PROTOCOL", "SASL_SSL",
                "PLAYHEAD_TOPIC_PREFIX", "school.");

        assertThat(Connection.of(line("list"), Map.of()))
                .isEqualTo(new Connection("playhead.", Map.of("bootstrap.servers", "localhost:9092")));
        assertThat(Connection.of(line("list"), environment))
                .isEqualTo(new Connection(
                        "school.", Map.of("bootstrap.servers", "kafka:9092", "security.protocol", "SASL_SSL")));
        assertThat(Connection.of(line("list --bootstrap other:1 --prefix p."), environment))
                .isEqualTo(
                        new Connection("p.", Map.of("bootstrap.servers", "other:1", "security.protocol", "SASL_SSL")));
        assertThat(Connection.of(line("list"), environment).topic()).isEqualTo("school.dead-letters");
    }

    @Test
    void a_file_of_settings_that_is_not_there_is_refused() {
        assertThatThrownBy(() -> Connection.of(line("list --config /no/such/file"), Map.of()))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("/no/such/file");
    }

    private static Request request(String words) {
        return line(words).request();
    }

    private static CommandLine line(String words) {
        return CommandLine.of(words(words));
    }

    private static List<String> words(String words) {
        return words.isBlank() ? List.of() : List.of(words.split(" "));
    }
}
