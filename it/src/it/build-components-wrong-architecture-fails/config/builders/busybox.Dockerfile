FROM ocelot-it/busybox:1-amd64
