# All programs of FWQ in one image: docker run fwq registry 5050, docker run fwq --help, …
FROM maven:3.9-eclipse-temurin-25 AS build
WORKDIR /src
COPY .mvn .mvn
COPY pom.xml ./
COPY fwq-kit fwq-kit
COPY fwq-testkit fwq-testkit
COPY fwq-common fwq-common
COPY fwq-tui fwq-tui
COPY fwq-guest fwq-guest
COPY fwq-registry fwq-registry
COPY fwq-waitingtimeserver fwq-waitingtimeserver
COPY fwq-sensor fwq-sensor
COPY fwq-guild fwq-guild
COPY fwq-engine fwq-engine
COPY fwq-visitor fwq-visitor
COPY fwq-operator fwq-operator
COPY fwq-broker fwq-broker
COPY fwq-park fwq-park
COPY fwq-trials/pom.xml fwq-trials/pom.xml
# What Maven's libraries do, Java 25 warns about. Tests and format are checked before, not in here.
RUN MAVEN_OPTS="--sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED" \
    mvn -B -ntp -q package -Dmaven.test.skip=true -Dspotless.check.skip=true -pl '!fwq-trials'

FROM eclipse-temurin:25-jre
# A user of its own, and folders that new volumes take their owner from.
RUN useradd --system --uid 10001 --home-dir /opt/fwq --shell /usr/sbin/nologin fwq \
 && mkdir -p /opt/fwq/target /data/kafka /secret /known \
 && chown -R fwq:fwq /data /secret /known \
 && chmod 700 /data /secret /known
COPY --from=build /src/target/lib /opt/fwq/target/lib
COPY scripts /opt/fwq/scripts
USER fwq
WORKDIR /
VOLUME ["/data", "/secret", "/known"]
ENTRYPOINT ["/opt/fwq/scripts/fwq"]
CMD ["--help"]
