/** Repositories that are sound, each broken in one place, and what the audit must say about it. */
package dev.ocelot.tag.audit;
