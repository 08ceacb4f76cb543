package fwq.trials.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/**
 * Where figures were taken.
 *
 * @param cores that this JVM may use
 * @param memoryMegabytes of the machine, or of the container
 * @param jdk such as {@code 25.0.1+8-LTS Eclipse Adoptium}
 * @param os such as {@code Linux 6.8.0 amd64}
 */
record Machine(int cores, long memoryMegabytes, String jdk, String os) {
  /** This one. */
  static Machine here() {
    OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    return new Machine(
        system.getAvailableProcessors(),
        system.getTotalMemorySize() >> 20,
        System.getProperty("java.runtime.version") + " " + System.getProperty("java.vendor"),
        "%s %s %s".formatted(system.getName(), system.getVersion(), system.getArch()));
  }

  /** For people. */
  String text() {
    return "%d cores, %,d MB, JDK %s, %s".formatted(cores, memoryMegabytes, jdk, os);
  }
}
