package org.maferstudio.schedule;

/**
 * A schedule preset of the user.
 *
 * @param id its name
 * @param schedule of this name
 */
public record OwnSchedule(String id, ResolutionSchedule schedule) implements NamedSchedule {
    @Override
    public String title() {
        return id;
    }

    @Override
    public String explanation() {
        return schedule.describe();
    }
}
