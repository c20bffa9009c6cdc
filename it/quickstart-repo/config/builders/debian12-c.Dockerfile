# What the components are built in: gcc for both platforms, patch, unzip.
#
# The base image is made from Debian's packages by it/prepare of Ocelot. Where images can be pulled, this does as well:
#   ARG BASE=debian:12-slim
#   FROM ${BASE}
#   RUN apt-get update && apt-get install -y --no-install-recommends \
#       gcc libc6-dev gcc-aarch64-linux-gnu libc6-dev-arm64-cross patch unzip
ARG BASE=ocelot-it/debian12:1
FROM ${BASE}
