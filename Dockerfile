# All programs of FWQ in one image: docker run fwq registry 5050, docker run fwq --help, …
FROM maven:3.9-eclipse-temurin-25 AS build
WORKDIR /src
COPY . .
# Builds what the image needs, and shows that it starts. Tests and format are checked before, not in here.
RUN scripts/fwq park --version && scripts/licences && scripts/sbom

FROM eclipse-temurin:25-jre
COPY --from=build /src/target/lib /opt/fwq/target/lib
COPY --from=build /src/target/licences /opt/fwq/licences
COPY --from=build /src/target/sbom.json /opt/fwq/sbom.json
COPY scripts /opt/fwq/scripts
# A user of its own, and folders that new volumes take their owner from: one for each of the broker's users, too.
RUN useradd --system --uid 10001 --home-dir /opt/fwq --shell /usr/sbin/nologin fwq \
 && users="$(awk '/^[a-z]/ { sub(/:.*/, ""); user = $0 } /^  user / { user = $2 } /^  rights/ { print user } /^  carries / { print $2 }' \
      /opt/fwq/scripts/programs)" \
 && for user in admin $users; do mkdir -p "/data/kafka/$user"; done \
 && for key in ticket session revocation console engine sensor pass public; do mkdir -p "/keys/$key"; done \
 && for ride in 0 1 2 3; do mkdir -p "/sensors/0-$ride"; done \
 && mkdir -p /opt/fwq/target /secret /known /clients /key /public \
 && chown -R fwq:fwq /data /keys /key /public /sensors /secret /known /clients \
 && chmod -R go= /data /keys /key /public /sensors /secret /known /clients
USER fwq
WORKDIR /
VOLUME ["/data", "/secret", "/known", "/clients"]
ENTRYPOINT ["/opt/fwq/scripts/fwq"]
CMD ["--help"]
