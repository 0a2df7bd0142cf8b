package dev.playhead.bench.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class FootprintTest {
    @Test
    void it_is_what_the_kernel_and_the_virtual_machine_say() {
        String status = """
                Name:   java
                VmHWM:    409600 kB
                VmRSS:    307200 kB
                """;
        String heap = """
                 def new generation   total 78656K, used 1024K [0x00000000e0000000, 0x00000000e5550000)
                  eden space 69952K,   1% used [0x00000000e0000000, 0x00000000e0100000, 0x00000000e4450000)
                 tenured generation   total 174784K, used 30720K [0x00000000e5550000, 0x00000000f0000000)
                   the space 174784K,  17% used [0x00000000e5550000, 0x00000000e7350000, 0x00000000f0000000)
                 Metaspace       used 70000K, committed 71000K, reserved 1114112K
                """;

        assertThat(Footprint.of(status, heap)).isEqualTo(new Footprint(300, 31));
    }

    @Test
    void a_process_is_asked() throws IOException, InterruptedException {
        assertThat(Footprint.of(ProcessHandle.current().pid()).residentMb()).isPositive();
    }
}
