/// Simulated students who watch videos, what arrives of it, and what they really watched. The same
/// seed gives the same students.
///
/// A [Student] has [Habits], devices with players and clocks, and a network. A [Classroom] or a
/// [SchoolYear] says who watches what and when: an [Attendance], played when it is asked for, by
/// student and video as a [History] or all together as a stream of [Delivery]s. A [Stamp] makes the
/// heartbeat of a delivery; [Truth] is what the platform's figures are compared with.
@NullMarked
package dev.playhead.testing.student;

import org.jspecify.annotations.NullMarked;
