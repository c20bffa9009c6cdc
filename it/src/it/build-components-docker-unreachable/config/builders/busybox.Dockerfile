ARG BASE=ocelot-it/busybox:1
FROM ${BASE}-${TARGETARCH}
