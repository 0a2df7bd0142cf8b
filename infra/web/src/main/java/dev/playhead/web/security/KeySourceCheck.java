package dev.playhead.web.security;

import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.web.context.ConfigurableWebApplicationContext;

/// Looks at the settings before anything else starts, so that a wrong one is all that the log says.
final class KeySourceCheck implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        if (context instanceof ConfigurableWebApplicationContext) {
            KeySource.of(context.getEnvironment());
        }
    }
}
