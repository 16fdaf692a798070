# SPDX-License-Identifier: GPL-3.0-or-later
# Mail MCP in a container:
#
#     docker build -t mail-mcp .
#     docker run --rm mail-mcp keygen                      # once: ENCRYPTION_KEY of .env (see .env.sample)
#     docker run -p 3000:3000 --env-file .env mail-mcp
#
# .env needs TLS_CERT_FILE and TLS_KEY_FILE, or TRUSTED_PROXIES where a reverse proxy does TLS.
# It runs with --read-only, --cap-drop ALL and as any user who may write to /var/lib/mail-mcp, where it remembers used codes and revocations.
# tests/container follows these instructions without an engine, so keep to those that it knows.

FROM debian:trixie-slim AS build
WORKDIR /source
COPY installer/apt/build.list installer/apt/
RUN apt-get update && \
    apt-get install -y --no-install-recommends dpkg-dev $(sed 's/#.*//' installer/apt/build.list) && \
    rm -rf /var/lib/apt/lists/*
COPY . .
RUN cmake --preset release -DBUILD_TESTING=OFF && \
    cmake --build --preset release --target mail_mcp mail_mcp_extract && \
    DESTDIR=/image cmake --install build/release --prefix /usr --component container --strip
# The packages with the libraries that it links.
RUN mkdir -p debian /image/usr/share/mail-mcp && touch debian/control && \
    dpkg-shlibdeps -O /image/usr/bin/mail_mcp /image/usr/libexec/mail-mcp/mail_mcp_extract | \
    sed -e 's/^shlibs:Depends=//' -e 's/([^)]*)//g' -e 's/,/\n/g' | tr -d ' ' | sort -u >/image/usr/share/mail-mcp/packages

FROM debian:trixie-slim
COPY --from=build /image/ /
RUN apt-get update && \
    apt-get install -y --no-install-recommends ca-certificates curl $(cat /usr/share/mail-mcp/packages) && \
    rm -rf /var/lib/apt/lists/* /var/cache/apt/* /var/log/* && \
    useradd --system --uid 10001 --user-group --home-dir /var/lib/mail-mcp --shell /usr/sbin/nologin mail-mcp && \
    install -d -m 0700 -o mail-mcp -g mail-mcp /var/lib/mail-mcp
ENV HOST=0.0.0.0 PORT=3000 STATE_DIRECTORY=/var/lib/mail-mcp
VOLUME /var/lib/mail-mcp
# By number: only so can Kubernetes see that it is not root.
USER 10001:10001
WORKDIR /var/lib/mail-mcp
EXPOSE 3000
HEALTHCHECK --interval=30s --timeout=5s --start-period=10s \
    CMD curl --fail --silent --output /dev/null --insecure "http${TLS_CERT_FILE:+s}://127.0.0.1:$PORT/health"
ENTRYPOINT ["mail_mcp"]
CMD ["server"]
