/** Tests of replacing and locking files. */
package dev.ocelot.file;
