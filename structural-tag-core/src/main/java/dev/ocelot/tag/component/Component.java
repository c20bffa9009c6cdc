package dev.ocelot.tag.component;

/**
 * One component.
 *
 * @param name what it is called
 * @param layout the layout that it belongs to
 * @param script its build script, relative to the root, with forward slashes
 * @param settings what {@code config/components.yaml} says about it
 */
public record Component(
    ComponentName name, ComponentLayout layout, String script, ComponentSettings settings) {}
