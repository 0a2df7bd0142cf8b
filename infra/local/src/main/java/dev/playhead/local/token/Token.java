package dev.playhead.local.token;

import dev.playhead.local.data.Secrets;
import dev.playhead.local.terminal.RefusedException;
import dev.playhead.testing.tokens.Tokens;
import java.time.InstantSource;
import java.util.List;

/// `infra/token`: prints a token for the local stack, alone on its line.
///
/// Nothing here needs more than three jars on the class path, so that it answers within a second.
public final class Token {
    private static final int REFUSED = 1;

    private Token() {}

    public static void main(String[] args) {
        try {
            System.out.println(mint(TokenOptions.parse(List.of(args))));
        } catch (RefusedException e) {
            System.err.println(e.getMessage());
            System.exit(REFUSED);
        }
    }

    private static String mint(TokenOptions options) {
        String secret = Secrets.ofTokens(options.data())
                .orElseThrow(() -> new RefusedException("No platform has been started on " + options.data()
                        + " yet. Start it with infra/up, or name its directory with --data DIR."));
        return new Tokens(secret, InstantSource.system()).mint(options.request());
    }
}
