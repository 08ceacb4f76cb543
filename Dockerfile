# All programs of FWQ in one image: docker run fwq registry 5050, docker run fwq --help, …
FROM maven:3.9-eclipse-temurin-25 AS build
WORKDIR /src
COPY . .
# Builds what the image needs, and shows that it starts. Tests and format are checked before, not in here.
RUN scripts/fwq park --version

FROM eclipse-temurin:25-jre
# A user of its own, and folders that new volumes take their owner from.
RUN useradd --system --uid 10001 --home-dir /opt/fwq --shell /usr/sbin/nologin fwq \
 && mkdir -p /opt/fwq/target /data/kafka /secret /known /clients \
 && chown -R fwq:fwq /data /secret /known /clients \
 && chmod 700 /data /secret /known /clients
COPY --from=build /src/target/lib /opt/fwq/target/lib
COPY scripts /opt/fwq/scripts
USER fwq
WORKDIR /
VOLUME ["/data", "/secret", "/known", "/clients"]
ENTRYPOINT ["/opt/fwq/scripts/fwq"]
CMD ["--help"]
