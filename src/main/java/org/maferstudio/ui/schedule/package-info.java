/** The pane of the resolution schedule. Open {@link org.maferstudio.ui.schedule.ScheduleViewModel} first. */
package org.maferstudio.ui.schedule;
