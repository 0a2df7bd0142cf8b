package dev.playhead.streams;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
public class ProgressStreams {
    public static void main(String[] args) {
        SpringApplication.run(ProgressStreams.class, args);
    }
}
